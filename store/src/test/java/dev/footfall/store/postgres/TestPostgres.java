package dev.footfall.store.postgres;

import dev.footfall.core.credential.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server for all tests of this JVM; ends with it. */
public final class TestPostgres {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private TestPostgres() {}

  private static final class Server {
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("fsync", "on")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A schema that nobody has used. */
  public static PostgresPlace place() {
    String url = Server.RUNNING.getJdbcUrl("postgres", "postgres");
    return new PostgresPlace(
        url.replaceFirst("\\?.*", ""),
        "postgres",
        Secret.of("postgres"),
        "test_" + SCHEMAS.incrementAndGet());
  }
}
