package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Text;
import java.util.Map;
import java.util.Optional;

/** What a line of a file says of where it happened. One thread. */
final class FilePlace {
  private static final Map<String, String> BY_CHANNEL =
      Map.of("phone_call", "phone-call", "in_store", "in-store");
  private static final Map<String, String> BY_SOURCE =
      Map.of(
          "physical_store", "in-store",
          "phone_call", "phone-call",
          "email", "email",
          "chat", "other",
          "other", "other");

  private final TikTokOrder order;
  private final boolean hasSource;
  private final WordCell<String> sources;
  private final Text value = new Text();

  FilePlace(Binding binding, TikTokOrder order) {
    this.order = order;
    this.hasSource = binding.vocabulary() == Vocabulary.CANONICAL;
    this.sources =
        WordCell.canonical(
            binding.index("event_source"),
            Optional.of("in-store"),
            word -> Optional.ofNullable(BY_SOURCE.get(word)));
  }

  void writeCategory(RowGroup group, CsvLine line) {
    if (order.category().isPresent()) {
      order.category().value(0, value);
      line.text(value);
    } else if (order.channel().isPresent()) {
      String channel = order.channel().first();
      line.text(BY_CHANNEL.getOrDefault(channel, channel));
    } else if (hasSource) {
      line.text(sources.read(group, order.lines().row(0)).orElse(""));
    } else {
      line.blank();
    }
  }

  void writeStore(CsvLine line) {
    if (order.shopId().isPresent()) {
      order.shopId().value(0, value);
      line.text(value);
    } else {
      line.blank();
    }
  }

  void writeOrder(CsvLine line) {
    if (order.orderId().isPresent()) {
      order.orderId().value(0, value);
      line.text(value);
    } else {
      line.blank();
    }
  }
}
