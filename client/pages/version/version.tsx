import { Frame } from '../../app/frame.tsx';

export function Version() {
  return <Frame title="" />;
}
