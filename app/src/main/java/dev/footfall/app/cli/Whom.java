package dev.footfall.app.cli;

import dev.footfall.app.fault.UserFault;
import dev.footfall.app.orchestration.Forgetting;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.person.Trait;
import dev.footfall.store.Store;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom a person wants forgotten. Holds personal data; no message names any of it. */
final class Whom {
  private static final String STANDARD_INPUT = "-";

  private final InputStream in;
  private final Map<Trait, List<String>> given = new EnumMap<>(Trait.class);
  private boolean wasRead;

  /**
   * Nobody yet.
   *
   * @param in gives values, one a line, so that they need not stand in the shell's history
   */
  Whom(InputStream in) {
    this.in = in;
  }

  void externalIds(List<String> values) {
    add(Trait.EXTERNAL_ID, values);
  }

  void emails(List<String> values) {
    add(Trait.EMAIL, values);
  }

  void phones(List<String> values) {
    add(Trait.PHONE, values);
  }

  void orders(List<String> values) {
    add(Trait.ORDER, values);
  }

  private void add(Trait trait, List<String> values) {
    List<String> all = given.computeIfAbsent(trait, t -> new ArrayList<>());
    for (String value : values) {
      if (value.equals(STANDARD_INPUT)) {
        all.addAll(lines());
      } else {
        all.add(value.strip());
      }
    }
    if (all.contains("")) {
      throw UserFault.usage("an empty value names nobody");
    }
  }

  private List<String> lines() {
    if (wasRead) {
      throw UserFault.usage("only one option can be read from standard input");
    }
    wasRead = true;
    try {
      // Not closed: it is the process's.
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (UncheckedIOException unreadable) {
      throw UserFault.of("standard input cannot be read");
    }
  }

  void requireSomebody() {
    if (given.values().stream().allMatch(List::isEmpty)) {
      throw UserFault.usage(
          "say whom to forget: --external-id, --email, --phone or --order, once or several times");
    }
  }

  /** Orders whose ids were given. */
  Set<String> orders() {
    return new HashSet<>(given.getOrDefault(Trait.ORDER, List.of()));
  }

  /** Digests of all traits. */
  Set<LedgerKey> sought(Store store) {
    Set<LedgerKey> sought = new HashSet<>();
    given.forEach((trait, values) -> values.forEach(v -> sought.addAll(sought(store, trait, v))));
    return sought;
  }

  private static Set<LedgerKey> sought(Store store, Trait trait, String value) {
    Set<LedgerKey> digests = Forgetting.sought(store, trait, value);
    if (digests.isEmpty()) {
      throw UserFault.of(
          switch (trait) {
            case EMAIL -> "a value of --email is no e-mail address and no SHA-256";
            case PHONE ->
                "a value of --phone is no number that begins with + and a country's code, and no"
                    + " SHA-256";
            case EXTERNAL_ID, ORDER -> "an empty value names nobody";
          });
    }
    return digests;
  }
}
