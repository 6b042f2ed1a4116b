package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.attribute.AttributeCell;
import dev.footfall.core.event.attribute.IdentityCell;
import dev.footfall.core.event.attribute.LatestRow;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of one person become one profile. One thread. */
final class ProfileMapper implements EventMapper {
  private static final byte[] TYPE = JsonBytes.key("type");
  private static final byte[] PROFILE = Text.utf8("profile");
  private static final byte[] ATTRIBUTES = JsonBytes.key("attributes");
  private static final byte[] PROPERTIES = JsonBytes.key("properties");
  private static final byte[] META = JsonBytes.key("meta");
  private static final byte[] PATCH = JsonBytes.key("patch_properties");
  private static final byte[] UNSET = JsonBytes.key("unset");

  /** Canonical columns that are no facts about a person. */
  private static final Set<String> NO_FACTS =
      Set.of("is_return", "is_cancellation", "ad_user_data", "ad_personalization");

  private final KlaviyoSettings settings;
  private final Binding binding;
  private final long now;
  private final Subject subject;
  private final List<Identifier> identifiers = new ArrayList<>();
  private final Identifier primary;
  private final byte[] kind;
  private final OptOut optOut;
  private final List<Integer> voiding = new ArrayList<>();
  private final LatestRow latest;
  private final PersonFields fields;
  private final Properties properties;
  private final List<AttributeCell> attributes;
  private final JsonBytes json = new JsonBytes();
  private final ByteBuilder name = new ByteBuilder(64);
  private final Text scratch = new Text();
  private final List<byte[]> unset = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent") // prepared once, never compared
  private record Identifier(byte[] key, IdentityCell cell) {}

  ProfileMapper(DestinationSpec spec, KlaviyoSettings settings, RouteContext context) {
    this.settings = settings;
    this.binding = context.binding();
    this.now = context.now().getEpochSecond();
    this.subject =
        new Subject("", settings.phoneRegion(), context.now().atZone(context.zone()).toLocalDate());
    for (String name : KlaviyoColumns.IDENTIFIERS) {
      identifiers.add(
          new Identifier(
              JsonBytes.key(name), new IdentityCell(binding, spec.column(name).orElseThrow())));
    }
    this.primary = identifiers.get(KlaviyoColumns.IDENTIFIERS.indexOf(settings.primaryKey()));
    this.kind = Text.utf8('p' + settings.primaryKey());
    this.optOut = new OptOut(binding);
    this.latest =
        new LatestRow(
            binding,
            binding.labelled(settings.profiles().latestBy()),
            settings.profiles().keep().orElse(LatestRow.Keep.LAST),
            new Timestamps(context.zone()));
    this.fields = new PersonFields(binding, spec, settings.profiles().unsets());
    boolean isCanonical = binding.vocabulary() == Vocabulary.CANONICAL;
    this.attributes =
        CustomProperties.cells(binding, context.zone(), isCanonical ? NO_FACTS : Set.of());
    Set<String> explicit = new HashSet<>();
    for (Binding.Open open : binding.open()) {
      explicit.add(open.name());
      if (isCanonical && open.name().startsWith("is_") && NO_FACTS.contains(open.name())) {
        voiding.add(open.index());
      }
    }
    this.properties = new Properties(binding, explicit);
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    IdentityCell cell = primary.cell;
    if (!cell.isBound()
        || cell.read(batch.column(cell.index()), row, subject) != IdentityCell.Read.GOOD) {
      return Membership.ALONE;
    }
    key.add(cell.value());
    return Membership.GROUPED;
  }

  private IdentityCell.Read read(IdentityCell cell, RowGroup group, int row) {
    return cell.isBound()
        ? cell.read(group.column(cell.index(), row), group.row(row), subject)
        : IdentityCell.Read.BLANK;
  }

  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    if (read(primary.cell, group, 0) != IdentityCell.Read.GOOD) {
      return false;
    }
    named(material);
    return true;
  }

  private void named(ByteBuilder material) {
    material.add(kind).add(0).add(primary.cell.value());
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    if (optOut.rejects(group, sink) || !isIdentified(group, sink)) {
      return;
    }
    boolean[] counts = counting(group, sink);
    int left = 0;
    for (boolean isCounted : counts) {
      left += isCounted ? 1 : 0;
    }
    if (left > 1 && settings.profiles().keep().isEmpty()) {
      sink.rejectAll(Code.DUPLICATE_IDENTITY, primary.cell.label(), "");
    } else if (left > 0) {
      build(group, latest.choose(group, row -> counts[row], sink), sink);
    }
  }

  private boolean isIdentified(RowGroup group, MappingSink sink) {
    switch (read(primary.cell, group, 0)) {
      case GOOD -> {
        return true;
      }
      case BAD -> sink.rejectAll(primary.cell.code(), primary.cell.label(), "");
      case BLANK -> sink.rejectAll(Code.MISSING_IDENTITY, primary.cell.label(), "");
    }
    return false;
  }

  /** Which rows count: those that are neither return nor cancellation. */
  private boolean[] counting(RowGroup group, MappingSink sink) {
    boolean[] counts = new boolean[group.size()];
    Arrays.fill(counts, true);
    for (int index : voiding) {
      for (int row = 0; row < counts.length; row++) {
        if (counts[row]
            && Booleans.read(group.column(index, row), group.row(row), scratch)
                == Booleans.Flag.TRUE) {
          counts[row] = false;
          sink.reject(row, Code.RETURN_OR_CANCELLATION, binding.header().get(index).name(), "");
        }
      }
    }
    return counts;
  }

  private void build(RowGroup group, int row, MappingSink sink) {
    if (settings.profiles().sendsFields() && !properties.read(group, row)) {
      sink.reject(row, Code.BAD_PROPERTIES, properties.label(), "");
      return;
    }
    unset.clear();
    json.clear().beginObject().key(TYPE).plain(PROFILE).key(ATTRIBUTES).beginObject();
    writeIdentifiers(group, row, sink);
    if (settings.profiles().sendsFields()) {
      fields.write(group, new int[] {row}, json, sink);
      writeProperties(group, row, sink);
    }
    json.endObject();
    writeUnset();
    byte[] body = json.endObject().toBytes();
    if (body.length > KlaviyoSpec.PROFILE_JOB.eventBytes()) {
      sink.reject(row, Code.EVENT_TOO_LARGE, "", "");
      return;
    }
    sink.event(event(group, row, body));
  }

  private void writeIdentifiers(RowGroup group, int row, MappingSink sink) {
    for (Identifier identifier : identifiers) {
      IdentityCell cell = identifier.cell;
      switch (read(cell, group, row)) {
        case GOOD -> json.key(identifier.key).text(cell.value());
        case BAD -> sink.dropped(row, cell.code(), cell.label(), "");
        case BLANK -> {}
      }
    }
  }

  private void writeProperties(RowGroup group, int row, MappingSink sink) {
    int before = json.length();
    json.key(PROPERTIES).beginObject();
    int empty = json.length();
    properties.write(row, json, sink);
    for (AttributeCell attribute : attributes) {
      AttributeCell.Written written = attribute.write(group, row, json, sink);
      if (written == AttributeCell.Written.BLANK && settings.profiles().unsets()) {
        unset.add(Arrays.copyOf(attribute.key(), attribute.key().length - 1));
      }
    }
    if (json.length() == empty) {
      json.backTo(before);
    } else {
      json.endObject();
    }
  }

  private void writeUnset() {
    if (!unset.isEmpty()) {
      json.key(META).beginObject().key(PATCH).beginObject().key(UNSET).beginArray();
      unset.forEach(json::raw);
      json.endArray().endObject().endObject();
    }
  }

  private Event event(RowGroup group, int row, byte[] body) {
    read(primary.cell, group, row);
    named(name.clear());
    return new Event(
        body,
        "",
        "",
        now,
        Long.MAX_VALUE,
        new EventRows(new long[] {group.rowNumber(row)}, ""),
        KeyMaterial.of(name.copy()));
  }
}
