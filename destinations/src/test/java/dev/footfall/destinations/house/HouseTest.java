package dev.footfall.destinations.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A platform is a folder with the same files as the others, and with little of their text. */
class HouseTest {
  private static final double MOST_PERCENT = 3;
  private static final int SHOWN = 10;

  /** What every platform has, after its name. */
  private static final List<String> KINDS =
      List.of("", "Spec", "SettingSpecs", "Settings", "Columns", "Codes", "Route");

  @Test
  void less_than_three_per_cent_of_six_line_blocks_stand_in_two_platforms() {
    Repetition repetition = new Repetition();
    for (Path folder : Folders.platforms()) {
      Folders.list(folder).stream()
          .filter(file -> Folders.name(file).endsWith(".java"))
          .filter(file -> !Folders.name(file).equals("package-info.java"))
          .forEach(
              file ->
                  repetition.add(Folders.name(folder), Folders.name(file), Folders.lines(file)));
    }

    assertThat(repetition.percent())
        .as("worst:\n%s", String.join("\n", repetition.worst(SHOWN)))
        .isLessThan(MOST_PERCENT);
  }

  @TestFactory
  Stream<DynamicTest> a_platforms_folder_has_the_same_files_as_the_others() {
    List<Path> folders = Folders.platforms();
    assertThat(folders).hasSizeGreaterThanOrEqualTo(9);
    return folders.stream()
        .map(folder -> DynamicTest.dynamicTest(Folders.name(folder), () -> check(folder)));
  }

  private static void check(Path folder) {
    List<String> files = Folders.list(folder).stream().map(Folders::name).toList();
    String platform =
        files.stream()
            .filter(file -> file.equalsIgnoreCase(Folders.name(folder) + ".java"))
            .map(file -> file.replace(".java", ""))
            .findFirst()
            .orElse(Folders.name(folder));

    assertThat(files).contains("README.md", "package-info.java");
    assertThat(files).containsAll(KINDS.stream().map(kind -> platform + kind + ".java").toList());
  }

  @Test
  void a_block_counts_in_both_folders_whatever_its_indentation_comments_and_brackets() {
    Repetition repetition = new Repetition();
    repetition.add("here", "A.java", lines("", 1, 7));
    repetition.add(
        "there",
        "B.java",
        Stream.concat(
                Stream.of("package there;", "import here;", "/** Says", " * nothing. */", "{"),
                lines("    ", 1, 6).stream().flatMap(line -> Stream.of(line, "  }", "// no", "")))
            .toList());
    repetition.add("there", "C.java", lines("", 20, 25));

    assertThat(repetition.percent()).isEqualTo(50);
    assertThat(repetition.worst(5))
        .containsExactly("1 blocks, from here/A.java:1 ~ there/B.java:6");
  }

  @Test
  void blocks_that_one_folder_repeats_are_its_own_affair() {
    Repetition repetition = new Repetition();
    repetition.add("here", "A.java", lines("", 1, 9));
    repetition.add("here", "B.java", lines("", 1, 9));

    assertThat(repetition.percent()).isZero();
    assertThat(repetition.worst(5)).isEmpty();
  }

  private static List<String> lines(String indentation, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> indentation + "call(" + i + ");").toList();
  }
}
