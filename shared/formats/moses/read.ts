import { sideBySide } from './side-by-side.ts';

/** Reads a Moses pair: line n of the second file renders line n of the first. */
export const mosesFiles = sideBySide(['fa', 'en'], ([fa = '', en = '']) => ({ fa, en }));
