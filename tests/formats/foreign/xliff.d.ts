/** The reader of XLIFF 1.2 of the package `xliff`, which brings no types. */
declare module 'xliff/xliff12ToJs' {
  export type Content = string | undefined | { readonly Marker: { readonly contents: Content } } | readonly Content[];
  export interface Unit {
    readonly source?: Content;
    readonly target?: Content;
    readonly additionalAttributes: Readonly<Record<string, string>>;
  }
  export default function xliff12ToJs(xml: string): Promise<{
    readonly sourceLanguage: string;
    readonly targetLanguage: string;
    readonly resources: Readonly<Record<string, Readonly<Record<string, Unit>>>>;
  }>;
}
