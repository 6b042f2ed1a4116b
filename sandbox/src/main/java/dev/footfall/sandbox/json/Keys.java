package dev.footfall.sandbox.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** 64-bit identities of events, so that millions of them fit into memory. */
public final class Keys {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final char SEPARATOR = '\u001f';

  private Keys() {}

  /** The key of several texts in their order; never {@link EventJudge#NO_KEY}. */
  public static long of(String... parts) {
    long hash = FNV_OFFSET;
    for (String part : parts) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * FNV_PRIME;
      }
      hash = (hash ^ SEPARATOR) * FNV_PRIME;
    }
    return spread(hash);
  }

  /** The same key within one target: what was sent to another is never the same event. */
  public static long within(String target, long key) {
    long mixed = key ^ of(target);
    return mixed == EventJudge.NO_KEY ? 1 : mixed;
  }

  /** A JSON value as text that does not depend on the order of its keys. */
  public static String canonical(JsonNode node) {
    Map<String, String> sorted = new TreeMap<>();
    node.properties().forEach(entry -> sorted.put(entry.getKey(), canonical(entry.getValue())));
    return sorted.isEmpty() ? node.toString() : sorted.toString();
  }

  private static long spread(long hash) {
    long h = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
    h ^= h >>> 33;
    return h == EventJudge.NO_KEY ? 1 : h;
  }
}
