package dev.footfall.store.sql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.run.Quarantine;
import dev.footfall.core.run.QuarantineNames;
import dev.footfall.core.run.Quarantined;
import dev.footfall.core.run.Quarantined.Cause;
import dev.footfall.core.run.Quarantined.Place;
import dev.footfall.core.run.Quarantined.Sighting;
import dev.footfall.store.sql.QuarantineSql.Condition;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The quarantine in the database; rows and events are named by keyed digests only. */
public final class SqlQuarantine implements Quarantine {
  private static final int PAGE = 20_000;
  private static final Comparator<Quarantined> STORED =
      Comparator.comparing((Quarantined e) -> e.name().high(), Long::compareUnsigned)
          .thenComparing(e -> e.name().low(), Long::compareUnsigned);

  private final Database database;
  private final int mostPerPlace;
  private final Map<Place, Room> rooms = new HashMap<>();

  /**
   * The quarantine in this database.
   *
   * @param mostPerPlace how many entries each place holds
   */
  public SqlQuarantine(Database database, int mostPerPlace) {
    this.database = database;
    this.mostPerPlace = mostPerPlace;
  }

  /** How many new entries a place takes, surely, before its entries must be counted again. */
  private static final class Room {
    private final int place;
    private final int most;
    private long left;
    private boolean isFull;

    Room(int place, int most) {
      this.place = place;
      this.most = most;
    }
  }

  @Override
  public synchronized int record(List<Quarantined> batch) {
    return batch.isEmpty() ? 0 : database.transact(statements -> record(batch, statements));
  }

  private int record(List<Quarantined> batch, Statements statements) throws SQLException {
    Map<Alike, List<Quarantined>> byCause =
        batch.stream().collect(groupingBy(Alike::of, LinkedHashMap::new, toList()));
    int leftOut = 0;
    for (List<Quarantined> alike : byCause.values()) {
      leftOut += enter(once(alike), room(alike.get(0).place(), statements), statements);
    }
    return leftOut;
  }

  /** What entries share that are written by one statement. */
  private record Alike(Place place, Cause cause, Sighting first, Sighting last) {
    static Alike of(Quarantined entry) {
      return new Alike(entry.place(), entry.cause(), entry.first(), entry.last());
    }
  }

  /**
   * Each name once, since one statement may not touch a line twice; in the order in which they are
   * stored, so that neighbours are written together.
   */
  private static List<Quarantined> once(List<Quarantined> alike) {
    alike.sort(STORED);
    List<Quarantined> once = new ArrayList<>(alike.size());
    for (Quarantined entry : alike) {
      int last = once.size() - 1;
      if (last >= 0 && once.get(last).name().equals(entry.name())) {
        once.set(last, once.get(last).and(entry));
      } else {
        once.add(entry);
      }
    }
    return once;
  }

  private static int enter(List<Quarantined> alike, Room room, Statements statements)
      throws SQLException {
    int from = 0;
    while (from < alike.size()) {
      if (room.left == 0 && !room.isFull) {
        measure(room, statements);
      }
      if (room.isFull) {
        return seeAgain(alike.subList(from, alike.size()), room, statements);
      }
      int to = (int) Math.min(alike.size(), from + room.left);
      List<Quarantined> part = alike.subList(from, to);
      statements.updateTogether(
          QuarantineSql::enter, own(part), QuarantineSql.shared(room.place, part.get(0)));
      room.left -= part.size();
      from = to;
    }
    return 0;
  }

  /** How many of them are not there. */
  private static int seeAgain(List<Quarantined> alike, Room room, Statements statements)
      throws SQLException {
    return alike.size()
        - statements.updateTogether(
            QuarantineSql::seeAgain,
            own(alike),
            QuarantineSql.sharedAndKnown(room.place, alike.get(0)));
  }

  private static List<Object[]> own(List<Quarantined> entries) {
    return entries.stream().map(QuarantineSql::own).toList();
  }

  private Room room(Place place, Statements statements) throws SQLException {
    Room room = rooms.get(place);
    if (room == null) {
      statements.update(
          "INSERT INTO quarantine_place (scope, orchestration) VALUES (?, ?)"
              + " ON CONFLICT (scope, orchestration) DO NOTHING",
          place.scope(),
          place.orchestration());
      room =
          new Room(
              statements
                  .query(
                      row -> row.getInt(1),
                      "SELECT number FROM quarantine_place WHERE scope = ? AND orchestration = ?",
                      place.scope(),
                      place.orchestration())
                  .get(0),
              mostPerPlace);
      rooms.put(place, room);
    }
    return room;
  }

  /** An entry seen again takes no room, so what seems used up is counted, but not for every row. */
  private static void measure(Room room, Statements statements) throws SQLException {
    String sql = "SELECT count(*) FROM quarantine WHERE place = ?";
    room.left = room.most - statements.query(row -> row.getLong(1), sql, room.place).get(0);
    room.isFull = room.left <= room.most / 1000;
  }

  @Override
  public QuarantineNames names(Wanted wanted) {
    QuarantineNames names = new QuarantineNames();
    Condition condition = Condition.of(wanted);
    for (int place : places(wanted)) {
      byte[] after = {};
      List<byte[]> page;
      do {
        page =
            database.query(
                row -> row.getBytes(1),
                "SELECT DISTINCT name FROM quarantine WHERE "
                    + condition.sql()
                    + " AND place = ? AND name > ? ORDER BY name LIMIT "
                    + PAGE,
                condition.values(place, after));
        page.forEach(name -> names.add(QuarantineSql.key(name)));
        after = page.isEmpty() ? after : page.get(page.size() - 1);
      } while (page.size() == PAGE);
    }
    return names;
  }

  private List<Integer> places(Wanted wanted) {
    return database
        .query(
            row -> new Numbered(row.getInt(1), new Place(row.getString(2), row.getString(3))),
            "SELECT number, scope, orchestration FROM quarantine_place ORDER BY number")
        .stream()
        .filter(each -> wanted.scope().stream().allMatch(each.place.scope()::equals))
        .filter(
            each -> wanted.orchestration().stream().allMatch(each.place.orchestration()::equals))
        .map(Numbered::number)
        .toList();
  }

  private record Numbered(int number, Place place) {}

  @Override
  public List<Sum> sums(Wanted wanted) {
    Condition condition = Condition.of(wanted);
    return database.query(
        QuarantineSql::sum,
        QuarantineSql.SUMS + condition.sql() + QuarantineSql.BY_CAUSE,
        condition.values());
  }

  @Override
  public boolean isAny(Wanted wanted) {
    Condition condition = Condition.of(wanted);
    String sql = "SELECT 1 FROM quarantine WHERE " + condition.sql() + " LIMIT 1";
    return !database.query(row -> row.getInt(1), sql, condition.values()).isEmpty();
  }

  @Override
  public List<Quarantined> list(Wanted wanted, int limit) {
    Condition condition = Condition.of(wanted);
    return database.query(
        QuarantineSql::entry,
        QuarantineSql.ENTRIES + condition.sql() + " ORDER BY until_, orchestration, name LIMIT ?",
        condition.values(limit));
  }

  @Override
  public List<Quarantined> ofOrder(LedgerKey order) {
    Condition condition = Condition.of(Wanted.ALL);
    return database.query(
        QuarantineSql::entry,
        QuarantineSql.ENTRIES + condition.sql() + " AND name = ? ORDER BY orchestration, until_",
        QuarantineSql.bytes(order));
  }

  @Override
  public int resolve(String scope, List<LedgerKey> names, int run) {
    int resolved = 0;
    List<Integer> places = names.isEmpty() ? List.of() : places(Wanted.ofScope(scope));
    for (int from = 0; from < names.size(); from += PAGE) {
      List<Object[]> page =
          names.subList(from, Math.min(names.size(), from + PAGE)).stream()
              .map(name -> new Object[] {QuarantineSql.bytes(name)})
              .toList();
      for (int place : places) {
        resolved +=
            database.transact(s -> s.updateTogether(QuarantineSql::resolve, page, place, run));
      }
    }
    return freed(resolved);
  }

  @Override
  public int replace(Place place, int run) {
    int replaced = 0;
    for (int number : places(Wanted.ALL.in(place))) {
      replaced += database.update(QuarantineSql.REPLACE, number, run, run);
    }
    return freed(replaced);
  }

  @Override
  public int release(Wanted wanted) {
    Condition condition = Condition.of(wanted);
    return freed(
        database.update("DELETE FROM quarantine WHERE " + condition.sql(), condition.values()));
  }

  @Override
  public int forget(LedgerKey order) {
    Condition condition = Condition.of(Wanted.ALL);
    return freed(
        database.update(
            "DELETE FROM quarantine WHERE " + condition.sql() + " AND name = ?",
            QuarantineSql.bytes(order)));
  }

  @Override
  public int purge(Instant now) {
    return freed(database.update("DELETE FROM quarantine WHERE until_ < ?", now.getEpochSecond()));
  }

  @Override
  public int purgeUnseen(Instant since) {
    return freed(
        database.update("DELETE FROM quarantine WHERE last_seen < ?", since.getEpochSecond()));
  }

  private synchronized int freed(int entries) {
    if (entries > 0) {
      rooms.clear();
    }
    return entries;
  }
}
