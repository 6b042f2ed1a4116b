package dev.footfall.core.destination;

import java.util.List;

/**
 * A destination in words.
 *
 * @param type its name in the configuration: lower case, digits and hyphens
 * @param shortName one word that is enough to tell it from the others, such as {@code google}
 * @param title the platform's name for people
 * @param summary one sentence on what is sent and why
 * @param allowFor how long until sent events are visible, such as {@code up to 24 hours}
 * @param links the platform's documentation with the date on which it was checked
 */
public record About(
    String type,
    String shortName,
    String title,
    String summary,
    String allowFor,
    List<DocumentationLink> links) {
  /** Copies the links. */
  public About {
    links = List.copyOf(links);
  }

  /** A destination that the first word of its type is enough to tell. */
  public About(
      String type, String title, String summary, String allowFor, List<DocumentationLink> links) {
    this(type, type.split("-", 2)[0], title, summary, allowFor, links);
  }
}
