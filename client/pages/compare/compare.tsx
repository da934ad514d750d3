import { Frame } from '../../app/frame.tsx';

export function Compare() {
  return <Frame title="" />;
}
