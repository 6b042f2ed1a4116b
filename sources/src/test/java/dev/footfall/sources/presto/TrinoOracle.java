package dev.footfall.sources.presto;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A whole Trino 435 in this process: what it answers is right by definition. It sits in a class
 * loader of its own, because its grammar and the translator's have the same class names.
 */
final class TrinoOracle implements Closeable {

  private final URLClassLoader loader;
  private final Object server;

  TrinoOracle(Instant now) throws Exception {
    loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
    server =
        inside(
            () -> {
              var constructor =
                  Class.forName("dev.footfall.sources.presto.TrinoServer", true, loader)
                      .getDeclaredConstructor(Instant.class);
              constructor.setAccessible(true);
              return constructor.newInstance(now);
            });
  }

  /** Trino finds its services through the thread's class loader. */
  private <T> T inside(Callable<T> work) throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(loader);
    try {
      return work.call();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** The result of a statement: its rows as text, its columns' names and types. */
  @SuppressWarnings("unchecked")
  Answer query(String sql) throws Exception {
    List<List<String>> parts =
        inside(() -> ((Function<String, List<List<String>>>) server).apply(sql));
    return new Answer(parts.get(0), parts.get(1), parts.get(2));
  }

  private static URL[] classPath() throws IOException {
    Path grammar = Path.of(System.getProperty("basedir", "."), "target", "oracle");
    if (!Files.isDirectory(grammar)) {
      throw new IOException(grammar + " is missing: mvn generate-test-resources makes it");
    }
    try (Stream<Path> own = Files.list(grammar)) {
      return Stream.concat(
              own,
              Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                  .filter(entry -> !entry.contains("trino-grammar"))
                  .map(Path::of))
          .map(TrinoOracle::url)
          .toArray(URL[]::new);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() throws IOException {
    ((Closeable) server).close();
    loader.close();
  }
}
