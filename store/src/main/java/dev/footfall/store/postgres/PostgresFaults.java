package dev.footfall.store.postgres;

import dev.footfall.store.sql.StoreFault;
import dev.footfall.store.sql.StoreFault.Kind;
import java.sql.SQLException;
import java.util.Set;

/** Says what an error of the server means, by its code; its words may quote values. */
record PostgresFaults(PostgresPlace place) {
  private static final Set<String> CLOSING = Set.of("57P01", "57P02", "57P03", "57P05");
  private static final Set<String> PASSING = Set.of("25006", "40001", "40P01", "53300");

  StoreFault of(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (isLost(e)) {
      return fault(
          Kind.STORE_UNREACHABLE,
          "cannot reach " + place.shown() + "; check 'url' of the store, and that the server runs",
          e);
    }
    if (state.startsWith("28")) {
      return fault(
          Kind.STORE_REFUSED,
          place.shown() + " does not let the user in; check 'user' and 'password' of the store",
          e);
    }
    return switch (state) {
      case "3D000" ->
          fault(
              Kind.STORE_REFUSED,
              "there is no such database: " + place.shown() + "; create it, or correct 'url'",
              e);
      case "42501" ->
          fault(
              Kind.STORE_REFUSED,
              "the user may not use schema "
                  + place.schema()
                  + " of "
                  + place.shown()
                  + "; grant it CREATE on the database, or create the schema for it",
              e);
      default ->
          fault(
              Kind.STORE_FAILED,
              place.shown() + " answered with SQLSTATE " + state + "; its log says more",
              e);
    };
  }

  /** Whether the connection is gone, so that another one may do. */
  static boolean isLost(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("08") || CLOSING.contains(state));
  }

  /**
   * Whether another attempt may do: the connection is gone, the server gave one of two statements
   * up, or is a stand-by or full for a moment, as while another one takes its place.
   */
  static boolean mayPass(SQLException e) {
    return isLost(e) || PASSING.contains(String.valueOf(e.getSQLState()));
  }

  private static StoreFault fault(Kind kind, String words, SQLException cause) {
    return new StoreFault(kind, words, cause);
  }
}
