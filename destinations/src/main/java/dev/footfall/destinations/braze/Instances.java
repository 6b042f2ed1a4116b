package dev.footfall.destinations.braze;

import java.util.LinkedHashMap;
import java.util.Map;

/** Braze's instances and their REST addresses. */
final class Instances {
  private static final Map<String, String> HOSTS = hosts();

  private Instances() {}

  private static Map<String, String> hosts() {
    Map<String, String> hosts = new LinkedHashMap<>();
    for (int i = 1; i <= 8; i++) {
      hosts.put("US-0" + i, "rest.iad-0" + i + ".braze.com");
    }
    hosts.put("US-10", "rest.us-10.braze.com");
    hosts.put("EU-01", "rest.fra-01.braze.eu");
    hosts.put("EU-02", "rest.fra-02.braze.eu");
    hosts.put("AU-01", "rest.au-01.braze.com");
    hosts.put("ID-01", "rest.id-01.braze.com");
    hosts.put("JP-01", "rest.jp-01.braze.com");
    hosts.put("KR-01", "rest.kr-01.braze.com");
    return hosts;
  }

  static String[] names() {
    return HOSTS.keySet().toArray(new String[0]);
  }

  /** The address of a listed instance. */
  static String url(String name) {
    return "https://" + HOSTS.get(name);
  }
}
