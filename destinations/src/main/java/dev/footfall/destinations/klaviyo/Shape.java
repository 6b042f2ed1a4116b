package dev.footfall.destinations.klaviyo;

/** How deep and wide a JSON text is, and how long its longest string. */
record Shape(int depth, int elements, int text) {
  private static final int DEEPEST = 64;

  /** Measures JSON that is well formed. */
  static Shape of(byte[] json) {
    int[] commas = new int[DEEPEST + 1];
    int depth = 0;
    int deepest = 0;
    int widest = 0;
    int longest = 0;
    for (int at = 0; at < json.length; at++) {
      switch (json[at]) {
        case '"' -> {
          int end = endOfText(json, at + 1);
          longest = Math.max(longest, end - at - 1);
          at = end;
        }
        case '{', '[' -> {
          depth++;
          deepest = Math.max(deepest, depth);
          commas[Math.min(depth, DEEPEST)] = 0;
        }
        case '}', ']' -> depth--;
        case ',' -> {
          int level = Math.min(Math.max(depth, 0), DEEPEST);
          commas[level]++;
          widest = Math.max(widest, commas[level] + 1);
        }
        default -> {}
      }
    }
    return new Shape(deepest, widest, longest);
  }

  private static int endOfText(byte[] json, int start) {
    int at = start;
    while (at < json.length && json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    return at;
  }
}
