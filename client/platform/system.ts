/** True on a Mac, where Command does what Ctrl does elsewhere. */
export const onMac = /Mac|iPhone|iPad/.test(navigator.platform);
