/** The version of this copy of the library; a test holds it against package.json. */
export const version = '0.1.0';
