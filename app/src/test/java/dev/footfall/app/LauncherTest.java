package dev.footfall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher {@code ./footfall}, with a JDK and a Maven that only write down what they are told.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/sh
      echo "args:$*" "cwd:${FOOTFALL_CWD:-$PWD}"
      for word in "$@"; do case "$word" in exit-*) exit "${word#exit-}" ;; esac; done
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$*" >> "%s"
      mkdir -p app/target && touch app/target/footfall-app-1.jar
      """;

  @TempDir Path folder;
  private Path root;
  private Path built;
  private Map<String, String> environment = Map.of();

  /** How a start ended. */
  private record End(int code, String out, String err) {}

  @BeforeEach
  void a_checkout_whose_path_has_spaces() throws Exception {
    root = Files.createDirectories(folder.resolve("my tools/foot fall"));
    built = folder.resolve("built.log");
    Path launcher = root.resolve("footfall");
    Files.copy(launcherOfThisProject(), launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    write(root.resolve("pom.xml"), "<project/>");
    write(root.resolve("app/pom.xml"), "<project/>");
    write(root.resolve("app/src/main/java/Main.java"), "class Main {}");
    program(folder.resolve("jdk 17/bin/java"), JAVA);
    program(folder.resolve("jdk 17/bin/javac"), "#!/bin/sh\n");
    write(folder.resolve("jdk 17/release"), "JAVA_VERSION=\"17.0.15\"\n");
    program(folder.resolve("bin/mvn"), MAVEN.formatted(built));
  }

  private static Path launcherOfThisProject() {
    String told = System.getProperty("footfall.root", "");
    Path start = Path.of(told.isEmpty() ? ".." : told);
    return start.resolve("footfall");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void program(Path file, String text) throws IOException {
    write(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private End start(Path from, Path launcher, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk 17").toString());
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().remove("FOOTFALL_JAVA_OPTS");
    builder.environment().remove("FOOTFALL_MAVEN_ARGS");
    builder.environment().putAll(environment);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new End(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private int builds() throws IOException {
    return Files.exists(built) ? Files.readAllLines(built).size() : 0;
  }

  @Test
  void it_finds_the_jdk_builds_once_and_builds_nothing_when_nothing_changed() throws Exception {
    End first = start(root, root.resolve("footfall"), "--help");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains("dev.footfall.app.Main --help");
    assertThat(first.err()).contains("Building Footfall");
    assertThat(builds()).isEqualTo(1);

    End second = start(root, root.resolve("footfall"), "runs");
    assertThat(second.out()).contains("dev.footfall.app.Main runs");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);

    write(root.resolve("app/src/main/java/Other.java"), "class Other {}");
    start(root, root.resolve("footfall"), "runs");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void a_process_that_dies_leaves_no_picture_of_its_memory_unless_it_is_told_to() throws Exception {
    program(
        folder.resolve("jdk 17/bin/java"), JAVA.replace("echo ", "echo \"cores:$(ulimit -c)\" "));
    String told = start(root, root.resolve("footfall"), "runs").out();
    assertThat(told)
        .contains("-XX:-HeapDumpOnOutOfMemoryError", "-XX:ErrorFile=/dev/null", "cores:0")
        .doesNotContain("-XX:+HeapDump");
    environment = Map.of("FOOTFALL_JAVA_OPTS", "-Xmx4g -XX:+HeapDumpOnOutOfMemoryError");
    assertThat(start(root, root.resolve("footfall"), "runs").out())
        .containsSubsequence(
            "-XX:-HeapDumpOnOutOfMemoryError", "-Xmx4g", "-XX:+HeapDumpOnOutOfMemoryError");
  }

  @Test
  void exit_codes_are_passed_through() throws Exception {
    for (int code : new int[] {0, 1, 2, 3, 4, 5}) {
      assertThat(start(root, root.resolve("footfall"), "exit-" + code).code()).isEqualTo(code);
    }
  }

  @Test
  void a_link_from_another_folder_starts_the_same_program_where_the_person_stands()
      throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("ff"), root.resolve("footfall"));
    End end = start(elsewhere, link, "run", "two words");
    assertThat(end.code()).as(end.err()).isZero();
    assertThat(end.out())
        .contains(root.resolve("app/target/footfall-app-1.jar").toString())
        .contains("Main run two words")
        .contains("cwd:" + elsewhere);
  }

  @Test
  void a_failed_build_is_told_with_its_log() throws Exception {
    program(folder.resolve("bin/mvn"), "#!/bin/sh\nexit 1\n");
    End end = start(root, root.resolve("footfall"), "--help");
    assertThat(end.code()).isEqualTo(5);
    assertThat(end.err()).contains("the build failed").contains("target/build.log");
  }
}
