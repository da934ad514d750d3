import { Frame } from '../../app/frame.tsx';

export function Settings() {
  return <Frame title="" />;
}
