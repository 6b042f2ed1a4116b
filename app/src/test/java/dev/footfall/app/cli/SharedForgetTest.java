package dev.footfall.app.cli;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Forgetting with a store on a real PostgreSQL server. */
class SharedForgetTest extends ForgetContract {
  private static final List<String> TABLES =
      List.of("run", "outcome", "quarantine", "hold", "note", "ledger_line", "ledger_claim");
  private static final String SCHEMA = "footfall_forget";
  private static SharedServer server;

  @BeforeAll
  static void start() throws IOException {
    server = SharedServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void empty() throws Exception {
    server.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
  }

  @Override
  String store() {
    return server.store(SCHEMA);
  }

  @Override
  boolean isKept(String text) throws Exception {
    for (String table : TABLES) {
      String all = "SELECT coalesce(string_agg(t::text, ''), '') FROM %s.%s t";
      if (server.ask(all.formatted(SCHEMA, table)).get(0).contains(text)) {
        return true;
      }
    }
    return isInFiles(text);
  }
}
