import { Frame } from '../../app/frame.tsx';

export function Library() {
  return <Frame title="" />;
}
