package dev.footfall.core.destination;

/**
 * One way to deliver.
 *
 * @param name its value in the setting {@code mode}, such as {@code api}
 * @param title for people, such as {@code Conversions API}
 * @param transport what leaves us
 * @param limits the platform's limits before settings narrow them
 * @param window which events are taken, in words
 */
public record Mode(String name, String title, Transport transport, Limits limits, String window) {
  /** What leaves us. */
  public enum Transport {
    /** HTTPS requests. */
    HTTP,
    /** Files in a folder. */
    FILE
  }
}
