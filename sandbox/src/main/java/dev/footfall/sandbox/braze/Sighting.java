package dev.footfall.sandbox.braze;

/**
 * What the checker saw of one good object.
 *
 * @param array the array it stood in
 * @param user who it is about, as {@code kind:value}
 * @param onlyExisting whether nobody may be made for its sake
 */
record Sighting(String array, String user, boolean onlyExisting) {}
