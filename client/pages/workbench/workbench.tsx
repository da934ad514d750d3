import { Frame } from '../../app/frame.tsx';

export function Workbench() {
  return <Frame title="" />;
}
