package dev.footfall.app.config;

import dev.footfall.core.destination.Destination;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one orchestration. */
record OrchestrationReader(Path root, Map<String, DestinationConfig> destinations, Faults faults) {
  private static final List<String> DIALECTS = List.of("presto", "native");

  Optional<OrchestrationConfig> read(String name, Section section) {
    Optional<String> source = section.required("source").map(YamlValue.Text::text);
    Optional<String> destination = section.required("destination").map(YamlValue.Text::text);
    Optional<OrchestrationConfig.Query> query = query(section);
    Vocabularies vocabularies = new Vocabularies(faults);
    vocabularies.read(section);
    ZoneId zone = zone(section);
    BigDecimal maxRejected = maxRejected(section);
    Optional<Destination> type =
        destination.map(destinations::get).map(DestinationConfig::destination);
    Map<String, ConfigText> settings =
        type.map(t -> new SettingsReader(t.spec(), vocabularies, faults).read(section))
            .orElseGet(() -> ignored(section));
    section.close();
    if (source.isEmpty() || destination.isEmpty() || query.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OrchestrationConfig(
            name,
            section.place(),
            new OrchestrationConfig.Names(source.get(), destination.get()),
            query.get(),
            vocabularies.chosen(),
            zone,
            settings,
            maxRejected));
  }

  /** Settings of an orchestration whose destination is unknown cannot be judged. */
  private static Map<String, ConfigText> ignored(Section section) {
    section.find("settings");
    return Map.of();
  }

  private Optional<OrchestrationConfig.Query> query(Section section) {
    OrchestrationConfig.Dialect dialect =
        section
            .choice("dialect", DIALECTS)
            .map(d -> OrchestrationConfig.Dialect.valueOf(d.toUpperCase(Locale.ROOT)))
            .orElse(OrchestrationConfig.Dialect.PRESTO);
    boolean strict =
        section.choice("strict_sql", List.of("true", "false")).map(Boolean::valueOf).orElse(false);
    return section
        .required("query")
        .map(
            text ->
                new OrchestrationConfig.Query(
                    root.resolve(text.text()).normalize(), text.place(), dialect, strict));
  }

  private ZoneId zone(Section section) {
    Optional<YamlValue.Text> text = section.text("timezone");
    try {
      return text.map(t -> ZoneId.of(t.text())).orElse(ZoneOffset.UTC);
    } catch (DateTimeException unknown) {
      YamlValue.Text wrong = text.orElseThrow();
      faults.add(
          wrong.place(),
          "unknown time zone '"
              + wrong.text()
              + "' of "
              + section.title()
              + Spelling.nearest(wrong.text(), ZoneId.getAvailableZoneIds())
                  .map(zone -> "; did you mean '" + zone + "'?")
                  .orElse("; use an IANA time zone such as America/New_York"));
      return ZoneOffset.UTC;
    }
  }

  private BigDecimal maxRejected(Section section) {
    Optional<YamlValue.Text> text = section.text("max_rejected");
    Optional<BigDecimal> share = text.flatMap(t -> share(t.text()));
    if (text.isPresent() && share.isEmpty()) {
      faults.add(
          text.get().place(),
          "'max_rejected' of " + section.title() + " must be a share such as 0.1 or 10%");
    }
    return share.orElse(BigDecimal.ONE);
  }

  private static Optional<BigDecimal> share(String text) {
    boolean percent = text.matches("\\d{1,3}(\\.\\d{1,6})?\\s*%");
    if (!percent && !text.matches("\\d(\\.\\d{1,9})?")) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text.replace("%", "").strip());
    BigDecimal share = percent ? number.movePointLeft(2) : number;
    return share.compareTo(BigDecimal.ONE) <= 0 ? Optional.of(share) : Optional.empty();
  }
}
