package dev.footfall.app.proof;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a process of a test starts from: the classes of this one, made ready once so that each start
 * is cheap. Folders are jars, the engine's library is unpacked already (it has 70 MB, and every
 * process unpacks its own), and the classes that a run reads lie in an archive that the virtual
 * machine maps, as the launcher's do.
 */
final class QuickStart {
  private static final String LIBRARY = "libduckdb_java.so_";
  private static final QuickStart THE_ONE = new QuickStart();

  /** Commands that read most of the classes that tests need. */
  private static final String PRACTICE = "run\tfiles\nvalidate\t--connect\nsecrets\nruns\n";

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        meta: { access_token: "${env:TOKEN}" }
      destinations:
        files: { type: tiktok, settings: { mode: csv_file } }
        meta: { type: meta, credential: meta, settings: { dataset_id: "1234567890", base_url: "http://127.0.0.1:1" } }
      orchestrations:
        files: { source: drops, query: queries/sales.sql, columns: canonical, destination: files, timezone: UTC }
        meta: { source: drops, query: queries/sales.sql, columns: canonical, destination: meta, timezone: UTC }
      """;

  private final Path folder;
  private final List<String> options;

  private QuickStart() {
    try {
      folder = Files.createTempDirectory("footfall-start");
      Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
      List<String> jars = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        jars.add(ready(Path.of(entry), folder.resolve(jars.size() + ".jar")).toString());
      }
      options =
          List.of(
              "-Xshare:auto",
              "-Xlog:disable",
              "-Xlog:all=error:stderr",
              "-Djava.library.path=" + folder,
              "-cp",
              String.join(File.pathSeparator, jars));
      practise();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The options of a virtual machine that starts so. */
  static List<String> options() {
    List<String> all = new ArrayList<>(THE_ONE.options);
    all.add("-XX:SharedArchiveFile=" + THE_ONE.archive());
    return all;
  }

  private Path archive() {
    return folder.resolve("classes.jsa");
  }

  private Path ready(Path entry, Path jar) throws IOException {
    if (Files.isDirectory(entry)) {
      pack(entry, jar);
      return jar;
    }
    boolean isEngine = entry.getFileName().toString().startsWith("duckdb_jdbc");
    return isEngine && part(entry, jar) ? jar : entry;
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> tree = Files.walk(classes)) {
      out.setLevel(0);
      for (Path path : tree.filter(path -> !path.equals(classes)).sorted().toList()) {
        String name = classes.relativize(path).toString().replace(File.separatorChar, '/');
        boolean isFolder = Files.isDirectory(path);
        out.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
        if (!isFolder) {
          Files.copy(path, out);
        }
      }
    }
  }

  /** Parts the engine's classes from its library for this system; false when it has none. */
  private boolean part(Path engine, Path jar) throws IOException {
    boolean isFound = false;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(engine));
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(0);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(LIBRARY + system())) {
          Files.copy(in, folder.resolve(System.mapLibraryName("duckdb_java")));
          isFound = true;
        } else if (!entry.getName().startsWith(LIBRARY)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
      }
    }
    return isFound;
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    return (name.startsWith("mac") ? "macos" : name.split(" ")[0]) + "_" + processor;
  }

  /** Runs once and keeps the classes that were read; where it cannot, starts are slower. */
  private void practise() throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.createDirectories(project.resolve("data"));
    Files.createDirectories(project.resolve("queries"));
    Files.writeString(project.resolve("footfall.yaml"), PROJECT);
    Files.writeString(project.resolve("queries/sales.sql"), "SELECT * FROM sales");
    Files.writeString(
        project.resolve("data/sales.csv"),
        """
        email,order_id,timestamp,product_id,price,quantity,currency
        a@example.com,O1,2026-11-20T10:00:00Z,P1,9.99,1,USD
        """);
    run(project, "-XX:ArchiveClassesAtExit=" + archive());
  }

  private void run(Path project, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Operator.OPTIONS);
    command.addAll(options);
    command.addAll(List.of(more));
    command.add(Shell.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("FOOTFALL_CWD", project.toString());
    builder.environment().put("TOKEN", "a-token");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try (OutputStream typed = process.getOutputStream()) {
      typed.write(PRACTICE.getBytes(StandardCharsets.UTF_8));
    }
    process.onExit().join();
    if (Files.notExists(project.resolve("outbox"))) {
      throw new IllegalStateException("the practice run wrote no file");
    }
  }

  private void remove() {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException | UncheckedIOException left) {
      System.err.println("not removed: " + folder);
    }
  }
}
