package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.attribute.AttributeCell;
import dev.footfall.core.event.attribute.IdentityCell;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which of a query's columns are attributes, and how each is written. */
final class Attributes {
  private static final Set<String> CONSENTS =
      Set.of("email_subscribe", "push_subscribe", "subscription_groups");

  private final BrazeSettings settings;
  private final RouteContext context;
  private final Subject subject;

  private Attributes(BrazeSettings settings, RouteContext context) {
    this.settings = settings;
    this.context = context;
    this.subject =
        new Subject(
            "",
            settings.reading().phoneRegion(),
            context.now().atZone(context.zone()).toLocalDate());
  }

  /** Profile fields in the order of the specification, then custom ones in the query's. */
  static List<Attribute> of(DestinationSpec spec, BrazeSettings settings, RouteContext context) {
    Attributes attributes = new Attributes(settings, context);
    List<Attribute> all = new ArrayList<>();
    spec.columns().stream()
        .filter(column -> column.target().equals(column.name()))
        .filter(column -> column.rule().onFailure() == FieldRule.OnFailure.DROP)
        .filter(column -> context.binding().has(column.name()))
        .map(attributes::profile)
        .forEach(all::add);
    context.binding().open().stream().map(attributes::custom).forEach(all::add);
    return List.copyOf(all);
  }

  private Attribute profile(ColumnSpec column) {
    Binding binding = context.binding();
    Attribute.Place place = Attribute.Place.of(binding, column);
    boolean isConsent = CONSENTS.contains(column.name());
    if (column.type() == ColumnType.BOOLEAN) {
      return new Attribute.YesOrNo(place, new Text());
    }
    if (column.type() == ColumnType.TIMESTAMP) {
      return new Attribute.Time(place, new Times(context.zone(), settings.reading().isStrict()));
    }
    if (column.normaliser().isEmpty()) {
      return new Attribute.Nested(
          place, new NestedCell(place, ProfileShapes.of(column.name()), new Text()), isConsent);
    }
    return new Attribute.Word(
        place, new IdentityCell(binding, ordered(column)), subject, isConsent);
  }

  /** Dates of birth are read in the order that is set. */
  private ColumnSpec ordered(ColumnSpec column) {
    return column.type() == ColumnType.DATE
        ? column.rule(
            FieldRule.plain(
                BrazeColumns.birthdates(settings.reading().dates()), column.rule().code()))
        : column;
  }

  private Attribute custom(Binding.Open open) {
    String label = context.binding().header().get(open.index()).name();
    return new CustomAttribute(
        context.binding(),
        open,
        new AttributeCell.Form(new Timestamps(context.zone()), true),
        settings.attributes().jsonColumns().contains(label.strip().toLowerCase(Locale.ROOT)));
  }
}
