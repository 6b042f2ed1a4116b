package dev.footfall.sandbox;

import dev.footfall.sandbox.braze.BrazeDouble;
import dev.footfall.sandbox.criteo.CriteoDouble;
import dev.footfall.sandbox.google.GoogleDouble;
import dev.footfall.sandbox.klaviyo.KlaviyoDouble;
import dev.footfall.sandbox.meta.MetaDouble;
import dev.footfall.sandbox.pinterest.PinterestDouble;
import dev.footfall.sandbox.platform.Accounts;
import dev.footfall.sandbox.platform.Equipment;
import dev.footfall.sandbox.platform.Journal;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.sftp.SftpAddress;
import dev.footfall.sandbox.snapchat.SnapchatDouble;
import dev.footfall.sandbox.tiktok.TikTokDouble;
import dev.footfall.sandbox.tradedesk.TradeDeskDouble;
import dev.footfall.sandbox.uid2.Uid2Double;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The one list of all doubles: a platform is added here and nowhere else. */
final class Platforms {
  private static final Map<String, Function<Equipment, PlatformDouble>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("meta", MetaDouble::new);
    ALL.put("tiktok", TikTokDouble::new);
    ALL.put("pinterest", PinterestDouble::new);
    ALL.put("google", GoogleDouble::new);
    ALL.put("braze", BrazeDouble::new);
    ALL.put("snapchat", SnapchatDouble::new);
    ALL.put("klaviyo", KlaviyoDouble::new);
    ALL.put("tradedesk", TradeDeskDouble::new);
    ALL.put("uid2", Uid2Double::new);
    ALL.put("criteo", CriteoDouble::new);
  }

  private final Map<String, PlatformDouble> doubles = new LinkedHashMap<>();
  private final List<Journal> journals = new ArrayList<>();

  Platforms(SandboxOptions options) {
    ALL.forEach(
        (name, make) -> {
          Journal journal = options.journals().apply(name);
          journals.add(journal);
          Accounts accounts = options.accounts().getOrDefault(name, Accounts.none());
          doubles.put(name, make.apply(new Equipment(accounts, journal, options.recentEvents())));
        });
  }

  List<PlatformDouble> all() {
    return List.copyOf(doubles.values());
  }

  PlatformDouble named(String name) {
    PlatformDouble found = doubles.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no such platform, there are: " + String.join(", ", doubles.keySet()));
    }
    return found;
  }

  /** Tells the doubles that take files where the files go. */
  void reachedBy(SftpAddress address) {
    if (named("criteo") instanceof CriteoDouble criteo) {
      criteo.reachedBy(
          () ->
              "host %s · port %d · username %s · auth passphrase · passphrase %s · remote_folder /criteo · host_public_key %s"
                  .formatted(
                      address.host(),
                      address.port(),
                      address.user(),
                      address.password(),
                      address.hostKey()));
    }
  }

  void close() {
    journals.forEach(Journal::close);
  }
}
