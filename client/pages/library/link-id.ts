/** The id of the link to a document in the library. */
export function linkId(document: string): string {
  return `document-${document}`;
}
