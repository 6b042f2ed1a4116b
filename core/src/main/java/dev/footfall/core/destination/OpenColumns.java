package dev.footfall.core.destination;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What becomes of the columns that a destination does not name, where it takes them: custom
 * attributes under the query's own labels.
 *
 * <p>In the canonical vocabulary these are the canonical columns without a field of their own,
 * under their names, and columns with the destination's prefix, without it.
 *
 * @param target where they go, such as {@code attributes.properties}
 * @param names the labels that it takes; another one stops the run
 * @param inWords which these are, fit to follow "must be"
 * @param suspects lower-case names that are probably meant otherwise, with what to do about it
 * @param ignored lower-case names of which no use is made
 */
public record OpenColumns(
    String target,
    Pattern names,
    String inWords,
    Map<String, String> suspects,
    Set<String> ignored) {
  /** Copies the collections. */
  public OpenColumns {
    suspects = Map.copyOf(suspects);
    ignored = Set.copyOf(ignored);
  }

  /** Columns whose labels have such a shape, none of them suspect. */
  public static OpenColumns of(String target, String names, String inWords) {
    return new OpenColumns(target, Pattern.compile(names), inWords, Map.of(), Set.of());
  }

  /** The same, with these further names that are probably meant otherwise. */
  public OpenColumns suspecting(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(suspects);
    all.putAll(more);
    return new OpenColumns(target, names, inWords, all, ignored);
  }

  /** The same, without these names. */
  public OpenColumns ignoring(Set<String> without) {
    return new OpenColumns(target, names, inWords, suspects, without);
  }
}
