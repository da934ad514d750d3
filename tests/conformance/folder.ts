/** The folder that the official files were put into; `npm run conformance -- FOLDER` says it. */
export const conformanceFolder: string = process.env.CONFORMANCE_FOLDER ?? '';
