package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;

/** Hears what happens to requests and events. Called by several threads. */
public interface DeliveryListener {
  /** A request leaves. */
  void requestSent();

  /** It was a repetition of an earlier one. */
  void requestRetried();

  /** It carried a part of a refused one. */
  void requestBisected();

  /** An event has its outcome. */
  void settled(Pending pending, Outcome outcome);

  /** Something the operator should know. */
  void warning(Code code, String words);

  /** One that hears nothing, for requests beside the events. */
  static DeliveryListener deaf() {
    return new DeliveryListener() {
      @Override
      public void requestSent() {}

      @Override
      public void requestRetried() {}

      @Override
      public void requestBisected() {}

      @Override
      public void settled(Pending pending, Outcome outcome) {}

      @Override
      public void warning(Code code, String words) {}
    };
  }
}
