-- Given names and invented family names, 24 and 32 for each language; "written|plain letters" where the two differ.
-- Odd positions of the given names are women's.
CREATE TABLE given AS
  SELECT language, pos, split_part(entry, '|', 1) AS given_name, split_part(entry, '|', -1) AS latin,
    pos % 2 = 1 AS woman
  FROM (
    SELECT language, unnest(entries) AS entry, unnest(range(len(entries))) AS pos
    FROM (VALUES
      ('en', ['Tobin', 'Marla', 'Ellis', 'Wrenna', 'Corwin', 'Zoë|Zoe', 'Desmond', 'Imani', 'Rafe', 'Tamsin', 'Jory',
        'Leila', 'D''Andre|DAndre', 'Mary-Lou', 'Kofi', 'Priya', 'Anders', 'Noor', 'Silas', 'Ottilie', 'Bram', 'Carys',
        'Jae', 'Verity']),
      ('fr', ['Anaël|Anael', 'Renée|Renee', 'Jean-Luc', 'Océane|Oceane', 'Théo|Theo', 'Maëlle|Maelle', 'Gaspard',
        'Élodie|Elodie', 'Côme|Come', 'Anne-Sophie', 'Loïc|Loic', 'Solène|Solene', 'Bastien', 'Aïcha|Aicha', 'Rémi|Remi',
        'Capucine', 'Yanis', 'Inès|Ines', 'Noé|Noe', 'Margaux', 'Tristan', 'Chloé|Chloe', 'Hervé|Herve', 'Lou']),
      ('de', ['Jörg|Joerg', 'Heike', 'Sönke|Soenke', 'Käthe|Kaethe', 'Lutz', 'Grit', 'Malte', 'Birgül|Birguel',
        'Hans-Jürgen|Hans-Juergen', 'Ann-Kathrin', 'Emre', 'Frauke', 'Veit', 'Silke', 'Ruben', 'Jördis|Joerdis', 'Arne',
        'Thekla', 'Falk', 'Änne|Aenne', 'Bodo', 'Wiebke', 'Götz|Goetz', 'Leni']),
      ('ja', ['陽斗|Haruto', '明里|Akari', '蓮|Ren', '結衣|Yui', '大翔|Hiroto', '美桜|Mio', '湊|Minato', '凛|Rin', 'Sota', 'Hina',
        '樹|Itsuki', '葵|Aoi', 'Riku', 'Sakura', '朝陽|Asahi', '詩|Uta', '悠真|Yuma', '莉子|Riko', 'Kaito', 'Mei', '新|Arata',
        '紬|Tsumugi', '健太|Kenta', '直子|Naoko'])
    ) AS lists (language, entries));

CREATE TABLE family AS
  SELECT language, pos, split_part(entry, '|', 1) AS surname, split_part(entry, '|', -1) AS latin
  FROM (
    SELECT language, unnest(entries) AS entry, unnest(range(len(entries))) AS pos
    FROM (VALUES
      ('en', ['Larkmoor', 'Quillonby', 'O''Marrick|OMarrick', 'Thistlewick', 'Brackenshaw', 'D''Ambrelle|DAmbrelle',
        'Ferncastle', 'Ashgrovell', 'Winterbeck', 'Mac Aldwin|MacAldwin', 'Pemberlyne', 'Stonefallow', 'O''Tarrish|OTarrish',
        'Hollowbrae', 'Crandlemere', 'Vexworth', 'Oakhanger', 'Tillingrove', 'Marshfenn', 'Dunravely', 'Rookhampton',
        'Saltmarshe', 'Greyfallon', 'Kestrelton', 'Applethwick', 'Brindlecote', 'Harrowgild', 'Nettlefold Jr.|Nettlefold',
        'Ramirosa', 'Okonbari', 'Varghesan', 'Lindqvane']),
      ('fr', ['Montclairval', 'de la Brumelle|delaBrumelle', 'L''Épineux|LEpineux', 'Vautrinelle', 'Beauchêneau|Beaucheneau',
        'Roquefendre', 'Sabliérac|Sablierac', 'Tournebise', 'd''Orvaulx|dOrvaulx', 'Chantemerlin', 'Pélissanne|Pelissanne',
        'Marivaudry', 'Grandvallon', 'Hérissec|Herissec', 'Le Floc''hen|LeFlochen', 'Aubervillon', 'Castelmorin',
        'Dufresnoyer', 'Lacombrie', 'Noiretable', 'Quimperlot', 'Sainte-Rivelle', 'Trémazan|Tremazan', 'Valfleurier',
        'Bouchardel', 'Évrardin|Evrardin', 'Jolibouquet', 'Kermadour', 'Maupertois', 'Perdriguier', 'Romaricourt',
        'Villedombe']),
      ('de', ['Müllenkamp|Muellenkamp', 'Strößner|Stroessner', 'von Ahlbrook|vonAhlbrook', 'Grünholz|Gruenholz', 'Kessenbrink',
        'Löwenthaler|Loewenthaler', 'Falkenrieder', 'Büttenwerder|Buettenwerder', 'Haselstrauch', 'Ackerfeld-Roth',
        'Jägersruh|Jaegersruh', 'Wolkenstamm', 'Distelkamp', 'Schäferlingen|Schaeferlingen', 'Eichsfelder', 'Moorwegen',
        'Tannhöfer|Tannhoefer', 'Rübenkönig|Ruebenkoenig', 'Silberschlag', 'Uhlenbusch', 'Quellmeier', 'Ostheimersen',
        'Nebelhorst', 'Zirbelmann', 'Größling|Groessling', 'Birkenauer', 'Dornbuschke', 'Hohensiel', 'Ilmenrath', 'Karlsbeck',
        'Lindenstrom', 'Pappelau']),
      ('ja', ['桐沢|Kirisawa', '霧島川|Kirishimagawa', '月岡原|Tsukiokahara', '如月川|Kisaragigawa', '白鳥坂|Shiratorizaka',
        'Amanohara', '花房野|Hanabusano', '竹中沢|Takenakazawa', 'Midorikubo', '朝霧山|Asagiriyama', '雪村瀬|Yukimurase',
        '星野辺|Hoshinobe', '風間森|Kazamamori', 'Kurosenji', '藤波田|Fujinamida', '松風台|Matsukazedai', '石狩谷|Ishikariya',
        'Uminosaki', '森影|Morikage', '水無瀬川|Minasegawa', '高瀬浜|Takasehama', '鈴原木|Suzuharagi', '千歳野|Chitoseno',
        '夕凪|Yunagi', '若草|Wakakusa', '深山路|Miyamaji', 'Tokiwagi', '葉桜|Hazakura', '虹川|Nijikawa', '浅葱|Asagi',
        '橘川|Tachibanagawa', '小春日|Koharubi'])
    ) AS lists (language, entries));

CREATE TABLE street AS
  SELECT unnest(range(len(names))) AS pos, unnest(names) AS street
  FROM (SELECT ['Larkspur Lane', 'Old Mill Road', 'Copper Beech Avenue', 'Harbour Street', 'Fiddler''s Row', 'Juniper Court',
    'North Quarry Road', 'Rue des Tilleuls', 'Gartenweg', 'Saltmarsh Drive', 'Lantern Hill', 'Weaver''s Yard', 'Elm Terrace',
    'Birkenallee', 'Willow Bend', 'Station Parade'] AS names);
