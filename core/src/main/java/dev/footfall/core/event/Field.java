package dev.footfall.core.event;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.HashCount;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.JsonArrays;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One text field of an order: reads its cells row by row, normalises and hashes them, and keeps the
 * distinct values.
 *
 * <p>The rows of an order usually repeat their customer, so a cell that equals the one before is
 * not normalised again. Reused from order to order by one thread.
 */
public final class Field {
  private static final int SCRATCH = 4096;

  private final int index;
  private final String label;
  private final FieldRule rule;
  private final Optional<Normaliser> normaliser;
  private final FieldValues values;
  private final Sha256 sha256 = Sha256.ofThread();
  private final byte[] normalised = new byte[SCRATCH];
  private final byte[] hex = new byte[Sha256.HEX];
  private final byte[] raw = new byte[Sha256.RAW];
  private byte[] written = normalised;
  private final Text cell = new Text();
  private final Text out = new Text();
  private final RememberedValues remembered = new RememberedValues();
  private final ByteBuilder lastRaw = new ByteBuilder(64);
  private Optional<Subject> lastSubject = Optional.empty();
  private boolean hasLast;
  private boolean lastFailed;
  private boolean conflicting;
  private final HashCount hashCount;

  /**
   * A field fed by the query column that is bound to {@code column}.
   *
   * @param gather which of several values count
   */
  public Field(Binding binding, ColumnSpec column, Gather gather) {
    this.index = binding.index(column.name());
    this.label = binding.label(column.name());
    this.rule = column.rule();
    this.hashCount = rule.hashed() ? binding.hashCount(column.name()) : new HashCount();
    this.normaliser = rule.normaliser();
    this.values = new FieldValues(gather);
  }

  /** Which of several values an order keeps. */
  public enum Gather {
    /** The first that survives normalising; others are a conflict. */
    FIRST,
    /** All distinct ones in row order, ten at most. */
    ALL,
    /** All distinct ones, ascending by bytes. */
    SORTED
  }

  /** Forgets the last order. */
  public void clear() {
    values.clear();
    hasLast = false;
    conflicting = false;
  }

  /** Whether the query feeds this field. */
  public boolean isBound() {
    return index >= 0;
  }

  /** How its values came so far, where it is hashed. */
  public HashCount hashes() {
    return hashCount;
  }

  /** The query's own label of the column. */
  public String label() {
    return label;
  }

  /** Reads the cell of one row; a value that fails is reported as dropped. */
  public void read(RowGroup group, int row, Subject subject, MappingSink sink) {
    if (index < 0) {
      return;
    }
    Column column = group.column(index, row);
    int at = group.row(row);
    if (column.isNull(at)) {
      return;
    }
    column.text(at, cell);
    if (cell.trim().isEmpty()) {
      return;
    }
    if (!hasLast || !isLast(subject)) {
      remember(subject);
      lastFailed = !take(column.kind(at), subject);
    }
    if (lastFailed) {
      sink.dropped(row, rule.code(), label, "");
    }
  }

  @SuppressWarnings("ReferenceEquality") // another subject of equal content only costs time
  private boolean isLast(Subject subject) {
    return lastSubject.get() == subject
        && cell.length() == lastRaw.length()
        && Arrays.equals(
            cell.bytes(), cell.start(), cell.end(), lastRaw.bytes(), 0, lastRaw.length());
  }

  @SuppressWarnings("ReferenceEquality") // as in isLast
  private void remember(Subject subject) {
    if (lastSubject.isEmpty() || lastSubject.get() != subject) {
      lastSubject = Optional.of(subject);
    }
    hasLast = true;
    lastRaw.clear().add(cell);
  }

  private boolean take(CellKind kind, Subject subject) {
    boolean looksLikeArray = kind == CellKind.NESTED || cell.bytes()[cell.start()] == '[';
    if (looksLikeArray) {
      Optional<List<String>> elements = JsonArrays.elements(cell.decode());
      if (elements.isPresent()) {
        boolean all = true;
        for (String element : elements.get()) {
          all &=
              takeOne(cell.set(Text.utf8(element), 0, Text.utf8(element).length).trim(), subject);
        }
        return all;
      }
    }
    return takeOne(cell, subject);
  }

  private boolean takeOne(Text value, Subject subject) {
    if (value.isEmpty()) {
      return true;
    }
    if (rule.hashed() && takeHashed(value)) {
      hashCount.hashedByQuery();
      return true;
    }
    if (remembered.knows(value, subject)) {
      return !remembered.isRefused() && keepSent(remembered.value(), remembered.value().length);
    }
    int length = normalise(value, subject);
    if (length < 0) {
      remembered.learn(value, subject, written, 0);
      return false;
    }
    if (rule.hashed()) {
      length = hash(length);
    }
    remembered.learn(value, subject, written, length);
    return keepSent(written, length);
  }

  private boolean keepSent(byte[] bytes, int length) {
    if (rule.hashed()) {
      hashCount.hashedByUs();
    }
    return keep(bytes, length);
  }

  /** Keeps a value that is a hash already, in one of the forms that the rule knows. */
  private boolean takeHashed(Text value) {
    return switch (rule.hashing()) {
      case HEX -> Sha256.isHex64(value) && keep(hex, Sha256.lowerHexInto(value, hex, 0));
      case BASE64 ->
          Base64Hash.isOne(value)
              ? keep(hex, Base64Hash.copy(value, hex))
              : Sha256.isHex64(value) && keep(hex, Base64Hash.ofHex(value, hex));
      case NONE, BASE64_OF_PLAIN -> false;
    };
  }

  /** Hashes what is written; the length of the hash, which is written then. */
  private int hash(int length) {
    byte[] plain = written;
    written = hex;
    if (rule.hashing() == FieldRule.Hashing.HEX) {
      return sha256.hexInto(plain, length, hex, 0);
    }
    sha256.rawInto(plain, length, raw, 0);
    return Base64Hash.ofRaw(raw, hex);
  }

  /** Length of the normalised bytes in {@link #written}, or less than 0 when refused. */
  private int normalise(Text value, Subject subject) {
    if (written != normalised) {
      written = normalised;
    }
    if (normaliser.isEmpty()) {
      written = value.copy();
      return written.length;
    }
    int length =
        value.length() <= SCRATCH / 8
            ? normaliser.get().fast(value, subject, normalised)
            : Normaliser.SLOW;
    if (length != Normaliser.SLOW) {
      return length;
    }
    Optional<String> text = normaliser.get().normalise(value.decode(), subject, Trace.NONE);
    written = text.map(Text::utf8).orElse(normalised);
    return text.isPresent() ? written.length : Normaliser.REFUSED;
  }

  private boolean keep(byte[] bytes, int length) {
    conflicting |= values.add(bytes, length) == FieldValues.Added.CONFLICTING;
    return true;
  }

  /** Whether a further, different value was left out. */
  public boolean isConflicting() {
    return conflicting;
  }

  /** Whether there is a value. */
  public boolean isPresent() {
    return values.size() > 0;
  }

  /** How many distinct values. */
  public int size() {
    return values.size();
  }

  /** Points {@code target} at a value, in the order of {@link Gather}. */
  public void value(int i, Text target) {
    values.value(i, target);
  }

  /** The first value as text; empty when there is none. */
  public String first() {
    return isPresent() ? values.text(0) : "";
  }

  /** Writes {@code key: [values]}; nothing when there is none. */
  public void writeArray(JsonBytes json, byte[] key) {
    if (values.size() == 1 && rule.hashed()) {
      values.value(0, out);
      json.plainList(key, out);
    } else if (isPresent()) {
      json.key(key).beginArray();
      for (int i = 0; i < values.size(); i++) {
        writeValue(json, i);
      }
      json.endArray();
    }
  }

  /** Writes {@code key: value} of the first value; nothing when there is none. */
  public void writeText(JsonBytes json, byte[] key) {
    if (isPresent()) {
      json.key(key);
      writeValue(json, 0);
    }
  }

  private void writeValue(JsonBytes json, int i) {
    values.value(i, out);
    if (rule.hashed()) {
      json.plain(out.bytes(), out.start(), out.end());
    } else {
      json.text(out);
    }
  }
}
