package dev.footfall.sandbox.json;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Where in the body a walk stands; costs nothing until somebody asks for the path. */
final class Trail {
  private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
  private static final int DEEPEST = 64;

  private final String[] names = new String[DEEPEST];
  private final int[] indexes = new int[DEEPEST];
  private int depth;

  Trail() {
    Arrays.fill(names, "");
  }

  void enter(String name) {
    names[depth] = name;
    indexes[depth++] = -1;
  }

  void enter(int index) {
    indexes[depth++] = index;
  }

  void leave() {
    depth--;
  }

  /**
   * The path in the given style; a key that is not a plain word shows as {@code ?}, for it may be
   * anything.
   */
  String path(PathStyle style) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      if (indexes[i] >= 0) {
        style.append(path, indexes[i]);
      } else {
        style.append(path, PRINTABLE.matcher(names[i]).matches() ? names[i] : "?");
      }
    }
    return path.toString();
  }
}
