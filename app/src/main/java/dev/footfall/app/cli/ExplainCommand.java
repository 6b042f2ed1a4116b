package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.config.Spelling;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.normalise.Subject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The identity lab: shows each step from a raw value to what the platform gets. */
@Command(
    name = "explain",
    description = "Show each step from a raw value to its hash, or why it is dropped.",
    footer = {
      "footfall explain meta email ' Jane.Doe@Example.COM '",
      "footfall explain tiktok phone '0151 23456789' --country DE"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "TYPE", description = "The platform.")
  private String type = "";

  @Parameters(index = "1", paramLabel = "COLUMN", description = "A column, by any of its names.")
  private String column = "";

  @Parameters(index = "2", paramLabel = "VALUE", description = "The raw value of one cell.")
  private String value = "";

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--country",
      paramLabel = "CC",
      description = "The row's own country, two letters.")
  private Optional<String> country = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DestinationSpec spec = session.destination(type).spec();
    SettingOptions given = SettingOptions.of(spec, settings);
    ColumnSpec target = column(spec);
    Explanation explanation = Explanation.of(target, value, subject(given.values()));
    if (json) {
      Json.print(json(spec, target, explanation), session.console());
    } else {
      print(spec, target, explanation, session.console());
    }
    return ExitCode.DONE.number();
  }

  private ColumnSpec column(DestinationSpec spec) {
    String wanted = column.strip().toLowerCase(Locale.ROOT);
    return spec.columns().stream()
        .filter(c -> ColumnWords.namesOf(spec, c).contains(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                UserFault.of(
                    spec.about().title()
                        + " has no column '"
                        + column
                        + "'"
                        + Spelling.hint(
                            column, spec.columns().stream().map(ColumnSpec::name).toList())));
  }

  private Subject subject(SettingValues values) {
    String own = country.map(c -> c.strip().toLowerCase(Locale.ROOT)).orElse("");
    if (!own.isEmpty()
        && !List.of(Locale.getISOCountries()).contains(own.toUpperCase(Locale.ROOT))) {
      throw UserFault.of("'" + own + "' is no country; --country takes two letters such as DE");
    }
    LocalDate today = LocalDate.ofInstant(session.clock().instant(), ZoneOffset.UTC);
    return new Subject(own, values.phoneRegion(), today);
  }

  private static void print(
      DestinationSpec spec, ColumnSpec target, Explanation explanation, Console console) {
    console.print(
        console.styled(Style.STRONG, spec.about().title())
            + "  "
            + target.name()
            + " → "
            + target.target());
    Table table = Table.of("", "");
    explanation.steps().forEach(step -> table.row(step.what(), step.value()));
    explanation
        .sent()
        .ifPresent(sent -> table.row(List.of(new Cell("sent", Style.GOOD), Cell.of(sent))));
    explanation
        .dropped()
        .ifPresent(why -> table.row(List.of(new Cell("not sent", Style.WARNING), Cell.of(why))));
    table.printWhole(console, 2);
  }

  private static ObjectNode json(DestinationSpec spec, ColumnSpec target, Explanation explanation) {
    ObjectNode node = Json.object();
    node.put("type", spec.type());
    node.put("column", target.name());
    node.put("target", target.target());
    ArrayNode steps = node.putArray("steps");
    explanation
        .steps()
        .forEach(step -> steps.addObject().put("step", step.what()).put("value", step.value()));
    explanation.sent().ifPresent(sent -> node.put("sent", sent));
    explanation.dropped().ifPresent(why -> node.put("not_sent", why));
    return node;
  }
}
