package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HashCount;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Emails;
import dev.footfall.core.normalise.JsonArrays;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One of the two keys of a person, with its type. The rows of an order repeat it. One thread. */
final class UserKey {
  private static final Subject NOBODY = new Subject("", "US", LocalDate.EPOCH);
  private static final Normaliser EMAIL = Emails.simple();
  private static final String EMAIL_TYPE = "email";

  private final PlainCell keys;
  private final PlainCell types;
  private final byte[] defaultType;
  private final CriteoSettings.Reading settings;
  private final HashCount hashCount;
  private final EmailKey hashes;
  private final ByteBuilder type = new ByteBuilder(32);
  private final ByteBuilder key = new ByteBuilder(64);
  private final ByteBuilder lastRaw = new ByteBuilder(64);
  private final ByteBuilder lastType = new ByteBuilder(32);
  private final byte[] scratch = new byte[4096];
  private final Text value = new Text();
  private boolean hasLast;
  private Optional<Code> fault = Optional.empty();

  UserKey(Binding binding, int number, String defaultType, CriteoSettings.Reading settings) {
    this.keys = new PlainCell(binding, "user_key_" + number);
    this.types = new PlainCell(binding, "user_key_type_" + number);
    this.defaultType = Text.utf8(defaultType);
    this.settings = settings;
    this.hashCount = binding.hashCount("user_key_" + number);
    this.hashes = new EmailKey(settings.emailHash());
  }

  /** Reads a row's key; says on the way why there is none. */
  boolean read(RowGroup group, int row, MappingSink sink) {
    Text given = types.read(group, row);
    type.clear();
    if (given.isEmpty()) {
      type.add(defaultType);
    } else {
      type.add(given);
    }
    Text raw = keys.read(group, row);
    if (!hasLast || !isLast(raw)) {
      lastRaw.clear().add(raw);
      lastType.clear().add(type.bytes(), 0, type.length());
      hasLast = true;
      fault = raw.isEmpty() ? clear() : take(raw);
    }
    fault.ifPresent(code -> sink.dropped(row, code, keys.label(), ""));
    return key.length() > 0;
  }

  private boolean isLast(Text raw) {
    return raw.length() == lastRaw.length()
        && Arrays.equals(raw.bytes(), raw.start(), raw.end(), lastRaw.bytes(), 0, lastRaw.length())
        && type.sameBytes(lastType);
  }

  private Optional<Code> clear() {
    key.clear();
    return Optional.empty();
  }

  private Optional<Code> take(Text raw) {
    key.clear();
    if (!isEmail()) {
      other(raw);
      return Optional.empty();
    }
    if (raw.bytes()[raw.start()] == '[') {
      Optional<List<String>> several = JsonArrays.elements(raw.decode());
      if (several.isPresent()) {
        return firstOf(several.get());
      }
    }
    return email(raw);
  }

  /** Whatever its case: an address must not pass for another kind of key. */
  private boolean isEmail() {
    return type.length() == EMAIL_TYPE.length()
        && new String(type.bytes(), 0, type.length(), StandardCharsets.US_ASCII)
            .equalsIgnoreCase(EMAIL_TYPE);
  }

  private Optional<Code> firstOf(List<String> several) {
    Optional<Code> first = Optional.empty();
    for (String one : several) {
      Text text = Text.of(one).trim();
      if (!text.isEmpty()) {
        Optional<Code> wrong = email(text);
        if (wrong.isEmpty()) {
          return wrong;
        }
        first = first.or(() -> wrong);
      }
    }
    return first;
  }

  private Optional<Code> email(Text raw) {
    if (EmailKey.isHash(raw)) {
      hashCount.hashedByQuery();
      return hashes.convert(raw, key) ? Optional.empty() : Optional.of(Code.HASH_NOT_CONVERTIBLE);
    }
    if (!EMAIL.apply(raw, NOBODY, scratch, value)) {
      return Optional.of(Code.BAD_EMAIL);
    }
    hashCount.hashedByUs();
    hashes.hash(value, key);
    return Optional.empty();
  }

  private void other(Text raw) {
    if (!settings.hashesCustomerIds()) {
      key.add(raw);
    } else if (Sha256.isHex64(raw)) {
      EmailKey.lower(raw, key);
    } else {
      EmailKey.sha256(raw, key);
    }
  }

  /** Writes key and type of the last row read; both empty when it has no key. */
  void write(ByteBuilder keyCell, ByteBuilder typeCell) {
    keyCell.clear();
    typeCell.clear();
    if (key.length() > 0) {
      keyCell.add(key.bytes(), 0, key.length());
      typeCell.add(lastType.bytes(), 0, lastType.length());
    }
  }
}
