package dev.footfall.core.person;

import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.normalise.Emails;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Phones;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import dev.footfall.core.source.Text;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keyed digests of traits, the same for a plain value and for its SHA-256, so that a person is
 * found in whichever way a query returns them. Values stay in memory. Used by one thread.
 */
public final class Traits {
  private static final Normaliser NUMBER = Phones.lenient(Phones.Form.DIGITS);

  /** As {@link #withoutTag} after {@link #withoutSpace}, for plain addresses. */
  private static final Normaliser ADDRESS = Emails.withoutGoogleTags();

  private static final Subject NOWHERE = new Subject("", "", LocalDate.EPOCH);
  private static final int BASE64 = 44;
  private static final int SCRATCH = 512;

  /** A cell that came plain: what it is read as, hashed here. */
  private static final String PLAIN = "plain";

  /** A cell that came hashed: nobody can tell from which way of writing. */
  private static final String HASHED = "hashed";

  private final KeyDigest digest;
  private final Sha256 sha256 = Sha256.ofThread();
  private final byte[] hex = new byte[Sha256.HEX];
  private final Text digits = new Text();
  private final byte[] scratch = new byte[SCRATCH];
  private final Text out = new Text();

  /**
   * Traits of one installation.
   *
   * @param digest keyed, and used for nothing else
   */
  public Traits(KeyDigest digest) {
    this.digest = digest;
  }

  /**
   * All that a value may look like in a source: plain, or hashed in one of the usual ways.
   *
   * @param value as a person gives it; a phone number begins with {@code +} and its country's code
   * @return empty when it is no such trait
   */
  public Set<LedgerKey> sought(Trait trait, String value) {
    Text text = Text.of(value).trim();
    if (text.isEmpty()) {
      return Set.of();
    }
    if (trait == Trait.ORDER) {
      return Set.of(key(trait, PLAIN, text));
    }
    Optional<String> hash = hash(text);
    if (hash.isPresent()) {
      Text hex = Text.of(hash.get());
      return Set.of(key(trait, PLAIN, hex), key(trait, HASHED, hex));
    }
    Set<LedgerKey> digests = new HashSet<>();
    List<String> forms = forms(trait, text.decode());
    forms.forEach(form -> digests.add(key(trait, HASHED, sha256(Text.of(form)))));
    forms.stream().limit(1).forEach(form -> digests.add(key(trait, PLAIN, sha256(Text.of(form)))));
    return digests;
  }

  /** What may have been hashed; first what a plain cell is read as. */
  private static List<String> forms(Trait trait, String plain) {
    String bare = withoutSpace(plain);
    return switch (trait) {
      case ORDER -> List.of(plain);
      case EXTERNAL_ID -> List.of(plain, bare);
      case EMAIL -> bare.indexOf('@') > 0 ? List.of(withoutTag(bare), bare) : List.of();
      case PHONE ->
          international(plain).map(digits -> List.of(digits, "+" + digits)).orElse(List.of());
    };
  }

  private static Optional<String> international(String plain) {
    return plain.startsWith("+") || plain.startsWith("00")
        ? NUMBER.normalise(plain.replaceFirst("^00", "+"), NOWHERE, Trace.NONE)
        : Optional.empty();
  }

  /**
   * The digest of one cell's value.
   *
   * @param value trimmed and not empty
   * @param subject what else is known of the row, for national phone numbers
   */
  LedgerKey of(Trait trait, Text value, Subject subject) {
    if (trait == Trait.ORDER) {
      return key(trait, PLAIN, value);
    }
    Optional<String> hash = hash(value);
    return hash.isPresent()
        ? key(trait, HASHED, Text.of(hash.get()))
        : key(trait, PLAIN, sha256(read(trait, value, subject)));
  }

  private Text read(Trait trait, Text value, Subject subject) {
    return switch (trait) {
      case ORDER, EXTERNAL_ID -> value;
      case EMAIL ->
          ADDRESS.apply(value, subject, scratch, out)
              ? out
              : Text.of(withoutTag(withoutSpace(value.decode())));
      case PHONE -> NUMBER.apply(value, subject, scratch, out) ? out : value;
    };
  }

  private Text sha256(Text plain) {
    sha256.hexInto(plain, hex, 0);
    return digits.set(hex, 0, hex.length);
  }

  private LedgerKey key(Trait trait, String way, Text text) {
    return digest
        .part(trait.column())
        .part(way)
        .part(text.bytes(), text.start(), text.end())
        .finish();
  }

  /** What came hashed, as lower-case hex. */
  private static Optional<String> hash(Text text) {
    if (Sha256.isHex64(text)) {
      return Optional.of(text.decode().toLowerCase(Locale.ROOT));
    }
    if (text.length() != BASE64 || text.bytes()[text.end() - 1] != '=') {
      return Optional.empty();
    }
    try {
      byte[] raw = Base64.getDecoder().decode(text.copy());
      return Optional.of(HexFormat.of().formatHex(Arrays.copyOf(raw, Sha256.RAW)));
    } catch (IllegalArgumentException plain) {
      return Optional.empty();
    }
  }

  private static String withoutSpace(String text) {
    return text.replaceFirst("^(?i)mailto:", "").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }

  /** Gmail delivers to one box whatever dots and tag there are. */
  private static String withoutTag(String address) {
    int at = address.indexOf('@');
    String domain = address.substring(at + 1);
    if (at < 0 || !(domain.equals("gmail.com") || domain.equals("googlemail.com"))) {
      return address;
    }
    int plus = address.indexOf('+');
    int end = plus >= 0 && plus < at ? plus : at;
    return address.substring(0, end).replace(".", "") + address.substring(at);
  }
}
