package dev.footfall.app.cli;

import dev.footfall.app.config.Spelling;
import dev.footfall.app.fault.UserFault;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code --set key=value} gave: settings of the destination, and of an orchestration where the
 * destination has none of that name.
 *
 * @param values the destination's own settings
 * @param columns whose column names are used, if that was said
 * @param zone of times without one, if that was said
 */
record SettingOptions(SettingValues values, Optional<Vocabulary> columns, Optional<ZoneId> zone) {
  private static final String COLUMNS = "columns";
  private static final String ZONE = "timezone";

  static SettingOptions of(DestinationSpec spec, Map<String, String> given) {
    Map<String, String> own = new LinkedHashMap<>(given);
    Optional<Vocabulary> columns = Optional.empty();
    if (spec.setting(COLUMNS).isEmpty() && own.containsKey(COLUMNS)) {
      columns = Optional.of(vocabulary(own.remove(COLUMNS)));
    }
    Optional<ZoneId> zone = Optional.empty();
    if (spec.setting(ZONE).isEmpty() && own.containsKey(ZONE)) {
      zone = Optional.of(zone(own.remove(ZONE)));
    }
    for (String name : own.keySet()) {
      if (spec.setting(name).isEmpty()) {
        throw UserFault.of(
            spec.about().title()
                + " has no setting '"
                + name
                + "'"
                + Spelling.hint(name, spec.settings().stream().map(Setting::name).toList()));
      }
    }
    return new SettingOptions(SettingValues.of(spec, own), columns, zone);
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException unknown) {
      throw UserFault.of(
          "setting 'timezone' must be a time zone such as America/New_York, not '" + text + "'");
    }
  }

  private static Vocabulary vocabulary(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "platform" -> Vocabulary.PLATFORM;
      case "canonical" -> Vocabulary.CANONICAL;
      default ->
          throw UserFault.of("setting 'columns' must be platform or canonical, not '" + text + "'");
    };
  }
}
