package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.MappingSink;

/** Hears nothing, for values that are read twice: what is wrong with them is told once. */
enum Unheard implements MappingSink {
  /** The only one. */
  SINK;

  @Override
  public void event(Event event) {}

  @Override
  public void reject(int row, Code code, String column, String detail) {}

  @Override
  public void rejectAll(Code code, String column, String detail) {}

  @Override
  public void merged(int row) {}

  @Override
  public void dropped(int row, Code code, String column, String detail) {}

  @Override
  public void notice(Code code, String column, String detail) {}
}
