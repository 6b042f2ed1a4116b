package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.MappingSink;
import java.util.List;

/** Says once a run which of the query's columns are for web events only. One thread. */
final class IgnoredColumns {
  private List<String> labels;

  IgnoredColumns(Binding binding) {
    this.labels = TikTokColumns.WEB_ONLY.stream().filter(binding::has).map(binding::label).toList();
  }

  void report(MappingSink sink) {
    labels.forEach(label -> sink.notice(Code.COLUMN_IGNORED, label, ""));
    labels = List.of();
  }
}
