
(() => {
  const live = document.getElementById('live');
  const pulse = document.getElementById('pulse');
  let last = '';
  const say = (text, lost) => {
    if (pulse.textContent !== text) pulse.textContent = text;
    pulse.classList.toggle('lost', lost);
  };
  const refresh = async () => {
    try {
      const answer = await fetch('/?live', { cache: 'no-store' });
      const html = await answer.text();
      if (html !== last) {
        const open = new Set([...live.querySelectorAll('details[open]')].map(one => one.dataset.key));
        live.innerHTML = html;
        live.querySelectorAll('details').forEach(one => { one.open = open.has(one.dataset.key); });
        last = html;
      }
      say('live', false);
    } catch (gone) {
      say('sandbox stopped', true);
    }
  };
  setInterval(() => { if (!document.hidden) refresh(); }, 1500);
})();
