package dev.footfall.destinations.house;

import dev.footfall.destinations.house.SourceLines.SourceLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the blocks of six lines that stand in more than one folder. */
final class Repetition {
  private static final int BLOCK = 6;

  private final Map<String, List<Place>> places = new HashMap<>();

  /** Where a block begins. */
  private record Place(String folder, String file, int line) {
    String words() {
      return folder + "/" + file + ":" + line;
    }
  }

  /** Takes in a file. */
  void add(String folder, String file, List<String> content) {
    List<SourceLine> lines = SourceLines.of(content);
    for (int i = 0; i + BLOCK <= lines.size(); i++) {
      StringBuilder block = new StringBuilder();
      lines.subList(i, i + BLOCK).forEach(line -> block.append(line.text()).append('\n'));
      places
          .computeIfAbsent(block.toString(), text -> new ArrayList<>())
          .add(new Place(folder, file, lines.get(i).number()));
    }
  }

  /** Which part of all blocks also stands in another folder, in per cent. */
  double percent() {
    long all = places.values().stream().mapToLong(List::size).sum();
    long repeated =
        places.values().stream().filter(Repetition::isRepeated).mapToLong(List::size).sum();
    return all == 0 ? 0 : 100.0 * repeated / all;
  }

  private static boolean isRepeated(List<Place> places) {
    return places.stream().map(Place::folder).distinct().count() > 1;
  }

  /** The files that share most, with how many blocks and where the first one stands. */
  List<String> worst(int most) {
    Map<String, Integer> blocks = new LinkedHashMap<>();
    Map<String, String> first = new TreeMap<>();
    places.values().stream()
        .filter(Repetition::isRepeated)
        .forEach(
            standing ->
                standing.stream()
                    .filter(other -> !other.folder().equals(standing.get(0).folder()))
                    .forEach(other -> count(standing.get(0), other, blocks, first)));
    return blocks.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(most)
        .map(pair -> pair.getValue() + " blocks, from " + first.get(pair.getKey()))
        .toList();
  }

  private static void count(
      Place one, Place other, Map<String, Integer> blocks, Map<String, String> first) {
    String pair = one.folder() + "/" + one.file() + " " + other.folder() + "/" + other.file();
    blocks.merge(pair, 1, Integer::sum);
    first.merge(pair, one.words() + " ~ " + other.words(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }
}
