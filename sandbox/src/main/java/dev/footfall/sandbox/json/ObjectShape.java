package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A closed object: unknown, repeated and missing keys are faults, and so is an empty one.
 *
 * <p>When it is kept, its slot holds the set of keys that were present, see {@link #bit}.
 */
public final class ObjectShape implements Shape {
  private static final Others NONE =
      new Others(name -> false, "is not a key known here", new AnyShape());

  private final List<Field> fields;
  private final Others others;
  private final long oneOf;
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final long required;

  private ObjectShape(List<Field> fields, Others others, long oneOf) {
    if (fields.size() > Long.SIZE) {
      throw new IllegalArgumentException("more than 64 keys");
    }
    this.fields = fields;
    this.others = others;
    this.oneOf = oneOf;
    long needed = 0;
    for (int i = 0; i < fields.size(); i++) {
      ordinals.put(fields.get(i).name(), i);
      needed |= fields.get(i).required() ? 1L << i : 0;
    }
    this.required = needed;
  }

  /** An object that has these keys and no others. */
  public static ObjectShape of(Field... fields) {
    return new ObjectShape(List.of(fields), NONE, 0);
  }

  /** The same object, taking further keys whose names pass a test. */
  public ObjectShape andOthers(Others allowed) {
    return new ObjectShape(fields, allowed, oneOf);
  }

  /** The same object, of which exactly one of these keys must be there. */
  public ObjectShape withExactlyOneOf(String... names) {
    return new ObjectShape(fields, others, bits(names));
  }

  /**
   * Keys beside the known ones.
   *
   * @param must what their names must be, to follow the path in a fault
   */
  public record Others(Predicate<String> name, String must, Shape value) {}

  /** The bit that stands for a key in the kept set of present keys. */
  public long bit(String name) {
    Integer ordinal = ordinals.get(name);
    if (ordinal == null) {
      throw new IllegalArgumentException("no such key: " + name);
    }
    return 1L << ordinal;
  }

  /** The bits of several keys together. */
  public long bits(String... names) {
    long all = 0;
    for (String name : names) {
      all |= bit(name);
    }
    return all;
  }

  @Override
  public void read(Walk walk, int slot) throws IOException {
    JsonParser json = walk.json();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      walk.wrong("must be an object");
      return;
    }
    long seen = 0;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      Integer ordinal = ordinals.get(name);
      json.nextToken();
      walk.enter(name);
      if (ordinal == null) {
        readOther(walk, name);
      } else {
        readField(walk, fields.get(ordinal), (seen & 1L << ordinal) != 0);
        seen |= 1L << ordinal;
      }
      walk.leave();
    }
    conclude(walk, seen, slot);
  }

  private void readOther(Walk walk, String name) throws IOException {
    if (others.name().test(name)) {
      others.value().read(walk, NO_SLOT);
    } else {
      walk.wrong(others.must());
    }
  }

  private static void readField(Walk walk, Field field, boolean repeated) throws IOException {
    if (repeated) {
      walk.wrong("appears twice");
    } else if (walk.json().currentToken() == JsonToken.VALUE_NULL && !field.shape().takesNull()) {
      walk.wrong("must not be null");
    } else {
      field.shape().read(walk, field.slot());
    }
  }

  private void conclude(Walk walk, long seen, int slot) {
    long missing = required & ~seen;
    if (missing != 0) {
      walk.enter(fields.get(Long.numberOfTrailingZeros(missing)).name());
      walk.fault("is missing");
      walk.leave();
    } else if (seen == 0) {
      walk.fault("must not be an empty object");
    } else if (oneOf != 0 && Long.bitCount(seen & oneOf) != 1) {
      walk.fault("must hold exactly one of its alternatives");
    }
    walk.facts().number(slot, seen);
  }
}
