/** What Discord accepts in one message of display components; longer or more is answered with error 50035. */
export const limits = {
  /** Components of a message, nested ones counted; options of a menu and pictures of a gallery are none. */
  components: 40,
  /** Characters of Markdown over all text displays together. */
  textCharacters: 4000,
  /** Buttons in one row. */
  rowButtons: 5,
  menuOptions: 25,
  buttonLabel: 80,
  optionLabel: 100,
  galleryPictures: 10,
  /** Characters that describe a picture. */
  altText: 1024,
  files: 10,
  fileBytes: 10 * 1024 * 1024,
  /** 25 MiB a request, with room for the rest of it. */
  allFilesBytes: 24 * 1024 * 1024,
} as const;
