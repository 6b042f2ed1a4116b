package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.app.cli.SharedServer;
import dev.footfall.app.cli.Typed;
import dev.footfall.app.proof.Operator;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.KeptEvent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines, each a process with a folder of its own, that share a store on PostgreSQL. */
class TwoMachinesTest {
  private static final int ORDERS = Faults.ofThisRun().full() ? 20_000 : 600;
  private static final String[] RUN = {
    "run", "meta", "--json", "-q", "--now", Typed.NOW.toString()
  };

  @TempDir Path folder;

  private Operator machine(String name, SharedServer server, Sandbox sandbox) throws Exception {
    new Till(folder.resolve(name), sandbox).write(server.store("footfall")).orders(ORDERS);
    return Operator.in(
        folder.resolve(name), folder.resolve("tmp-" + name), Till.SECRETS, List.of());
  }

  private static boolean isHeld(SharedServer server) {
    try {
      return !server.ask("SELECT 1 FROM footfall.ledger_scope WHERE holder <> ''").isEmpty();
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static JsonNode json(Operator.Answer answer) throws Exception {
    assertThat(answer.code()).as(answer.err()).isZero();
    return new ObjectMapper().readTree(answer.out());
  }

  @Test
  void one_sends_the_other_waits_its_turn_and_what_a_dead_one_began_the_other_ends()
      throws Exception {
    try (SharedServer server = SharedServer.start();
        Sandbox sandbox =
            Sandbox.start(
                SandboxOptions.defaults().recent(ORDERS + 1).by(InstantSource.fixed(Typed.NOW)));
        Operator here = machine("here", server, sandbox);
        Operator there = machine("there", server, sandbox)) {
      sandbox.inject("meta", Injection.next("slow").times(4).with("delay_ms", 10_000));
      here.begin(RUN);
      while (!isHeld(server)) {
        assertThat(here.isAlive()).isTrue();
        LockSupport.parkNanos(10_000_000);
      }
      Operator.Answer refused = there.type(RUN);
      assertThat(refused.code()).as(refused.err()).isEqualTo(1);
      assertThat(refused.err()).contains("another run (process ", "its hold ends in");
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(json(there.type("runs", "--json")).at("/1/state").textValue())
          .isEqualTo("running");

      here.kill();
      server.execute("UPDATE footfall.ledger_scope SET lease_ends = clock_timestamp()");
      assertThat(json(there.type("runs", "--json")).at("/1/state").textValue())
          .isEqualTo("abandoned");
      JsonNode rest = json(there.type("run", "--resume", "meta", "--json", "-q"));
      assertThat(
              rest.at("/rows/accepted").longValue()
                  + rest.at("/rows/already_delivered").longValue())
          .isEqualTo(ORDERS);
      assertThat(sandbox.events("meta", ORDERS + 1).stream().map(KeptEvent::json))
          .hasSize(ORDERS)
          .doesNotHaveDuplicates();
      Faults.figure(
          "two machines on PostgreSQL: %d events, each accepted under one id; one machine killed"
              .formatted(ORDERS));
    }
  }
}
