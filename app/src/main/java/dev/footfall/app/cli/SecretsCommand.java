package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.config.StoreConfig;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.store.Store;
import dev.footfall.store.secret.TokenKeySource;
import dev.footfall.store.sql.TokenRotation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows and changes the keys under which stored tokens are encrypted. */
@Command(
    name = "secrets",
    description = "Show the keys that stored tokens are encrypted under, or change them.",
    footer = {
      "footfall secrets",
      "footfall secrets rotate",
      "footfall secrets rotate --drop-old",
      "footfall secrets show --json"
    })
final class SecretsCommand implements Callable<Integer> {
  private static final String OF_THE_SECRET = "the store's secret";

  private final Session session;

  @Parameters(
      paramLabel = "ACTION",
      arity = "0..1",
      description =
          "show: list keys and what is encrypted under them; rotate: make a new key and encrypt all"
              + " tokens under it. Keys of your own ('token_keys') are never written: put the new"
              + " one first there, then rotate.")
  private Action action = Action.SHOW;

  @Option(
      names = "--drop-old",
      description = "With rotate: forget all other keys once no token needs them.")
  private boolean dropOld;

  @Option(names = "--json", description = "Print JSON: names of keys and credentials, no secret.")
  private boolean json;

  /** What is done. */
  enum Action {
    /** Lists keys. */
    SHOW,
    /** Changes the one that seals. */
    ROTATE
  }

  SecretsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (dropOld && action == Action.SHOW) {
      throw UserFault.usage("--drop-old goes with 'rotate' only");
    }
    StoreConfig config = session.projectFile().store();
    if (!OpenStore.isThere(session, config)) {
      throw UserFault.of(
          "nothing is stored yet in this project; the first run or 'footfall authorise' makes the"
              + " store");
    }
    try (Store store = OpenStore.of(session, config)) {
      TokenRotation rotation = store.rotation();
      List<String> unreadable = action == Action.ROTATE ? rotate(rotation).unreadable() : List.of();
      print(rotation.state());
      if (!unreadable.isEmpty()) {
        throw UserFault.of(
            "the tokens of "
                + String.join(", ", unreadable)
                + " cannot be opened with these keys and are as they were; no key was dropped."
                + " Restore the missing key, or authorise them again");
      }
    }
    return ExitCode.DONE.number();
  }

  private TokenRotation.Resealed rotate(TokenRotation rotation) {
    TokenKeySource source = rotation.state().source();
    if (source instanceof TokenKeySource.KeyFile file) {
      TokenRotation.Resealed resealed = rotation.renew(file);
      return dropOld ? rotation.forgetOlder(file) : resealed;
    }
    if (source instanceof TokenKeySource.Derived) {
      throw UserFault.of(
          "tokens are encrypted under a key that 'secret' of store gives, and that cannot change;"
              + " set 'token_keys' of store (make one with 'openssl rand -hex 32'), then rotate");
    }
    if (dropOld) {
      throw UserFault.of(
          "the keys in 'token_keys' of store are yours to drop; 'footfall secrets' shows which of"
              + " them no token needs");
    }
    return rotation.reseal();
  }

  private void print(TokenRotation.State state) {
    Console console = session.console();
    if (json) {
      Json.print(asJson(state), console);
      return;
    }
    Table table = Table.of("KEY", "USE", "TOKENS OF");
    for (String key : state.keys()) {
      table.row(
          row(key, state.keys().indexOf(key) == 0 ? "seals" : "opens", credentials(state, key)));
    }
    List<String> former = credentials(state, "");
    if (!former.isEmpty()) {
      table.row(row(OF_THE_SECRET, "opens", former));
    }
    for (String key : missing(state)) {
      table.row(row(key, "missing", credentials(state, key)));
    }
    table.print(console);
    if (action == Action.ROTATE) {
      console.say(
          Style.GOOD, Figures.of(state.tokens().size(), "token") + " in the store, as listed.");
    }
  }

  private static List<Cell> row(String key, String use, List<String> credentials) {
    return List.of(
        new Cell(key, Style.COMMAND), Cell.of(use), Cell.of(String.join(", ", credentials)));
  }

  private static List<String> credentials(TokenRotation.State state, String key) {
    return state.tokens().entrySet().stream()
        .filter(token -> token.getValue().equals(key))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static List<String> missing(TokenRotation.State state) {
    return state.tokens().values().stream()
        .filter(key -> !key.isEmpty() && !state.keys().contains(key))
        .distinct()
        .sorted()
        .toList();
  }

  private static ObjectNode asJson(TokenRotation.State state) {
    ObjectNode node = Json.object();
    node.put("seals", state.keys().get(0));
    ArrayNode keys = node.putArray("keys");
    state.keys().forEach(keys::add);
    ObjectNode tokens = node.putObject("tokens");
    state.tokens().keySet().stream()
        .sorted()
        .forEach(credential -> tokens.put(credential, state.tokens().get(credential)));
    return node;
  }
}
