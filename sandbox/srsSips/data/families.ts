/** A unit and how many of the family's first unit it holds. */
export interface Unit {
	uom: string;
	holds: number;
}

/** A kind of product. Makers times sizes give the products; colours and units are the same for all of them. */
export interface Family {
	category: string;
	/** `{maker}` and `{size}` are filled in. */
	name: string;
	makers: string[];
	sizes: string[];
	colours: string[];
	/** The first one is the unit of the price. */
	units: Unit[];
	/** List price of the first size, in cents. */
	cents: number;
	/** What each further size adds, in cents. */
	centsPerSize: number;
	/** Sold at every branch. */
	isStaple?: boolean;
	/** The sizes, by place, whose price only the branch tells: price 0. */
	callForPrice?: number[];
	/** The sizes, by place, that come with a message and a messageCode other than 0. */
	discontinued?: number[];
}

const shingleColours = ['Black Shadow', 'Weathered Oak', 'Country Gray', 'Barnwood', 'Driftwood', 'Harvest Brown', 'Pewter Mist', 'Hunter Green', 'Terra Red', 'Colonial Slate', 'Desert Tan', 'Silver Birch'];
const premiumColours = ['Black Shadow', 'Weathered Oak', 'Country Gray', 'Aged Copper', 'Stone Blend', 'Charcoal Blend', 'Autumn Blend'];
const capColours = ['Black Shadow', 'Weathered Oak', 'Country Gray', 'Barnwood', 'Driftwood', 'Pewter Mist', 'Hunter Green'];
const metalColours = ['White', 'Brown', 'Black', 'Bronze', 'Mill', 'Almond', 'Clay'];
const panelColours = ['Charcoal', 'Galvalume', 'Barn Red', 'Forest Green', 'Ash Gray', 'Burnished Slate', 'Polar White', 'Matte Black'];
const pipeColours = ['Black', 'Gray', 'Brown'];
const none = ['N/A'];

const BD = { uom: 'BD', holds: 1 };
const RL = { uom: 'RL', holds: 1 };
const PC = { uom: 'PC', holds: 1 };
const EA = { uom: 'EA', holds: 1 };
const unit = (uom: string, holds: number): Unit => ({ uom, holds });

/** The whole range in one table. All makers are invented. */
export const families: Family[] = [
	{ category: 'SHINGLES', name: '{maker} {size} Shingles', makers: ['Ridgeway', 'Stonecrest', 'Pinnacle Demo', 'Oakfield'], sizes: ['Heritage', 'Heritage HP', 'Storm Class 4', 'Cool Roof'], colours: shingleColours, units: [BD, unit('SQ', 3)], cents: 3540, centsPerSize: 410, isStaple: true },
	{ category: 'SHINGLES', name: '{maker} {size} Designer Shingles', makers: ['Ridgeway', 'Stonecrest', 'Oakfield'], sizes: ['Slateline', 'Shakeline', 'Grand Manor Demo'], colours: premiumColours, units: [BD, unit('SQ', 4)], cents: 6215, centsPerSize: 935, callForPrice: [2] },
	{ category: 'SHINGLES', name: '{maker} 3-Tab {size} Shingles', makers: ['Ridgeway', 'Oakfield'], sizes: ['20 Year', '25 Year'], colours: capColours, units: [BD, unit('SQ', 3)], cents: 2860, centsPerSize: 220, discontinued: [0] },
	{ category: 'STARTER', name: '{maker} Starter Strip {size}', makers: ['Ridgeway', 'Stonecrest', 'Pinnacle Demo', 'Oakfield'], sizes: ['105 LF', '120 LF', '140 LF'], colours: none, units: [BD], cents: 4275, centsPerSize: 310, isStaple: true },
	{ category: 'RIDGE CAP', name: '{maker} Ridge Cap {size}', makers: ['Ridgeway', 'Stonecrest', 'Pinnacle Demo', 'Oakfield'], sizes: ['20 LF', '25 LF', '30 LF High Profile'], colours: capColours, units: [BD], cents: 5630, centsPerSize: 845, isStaple: true },
	{ category: 'UNDERLAYMENT', name: '{maker} Synthetic Underlayment {size}', makers: ['Drywell', 'Stonecrest', 'Tarn', 'Ridgeway'], sizes: ['4 SQ', '5 SQ', '10 SQ', '10 SQ HD', '10 SQ High Temp'], colours: none, units: [RL, unit('PAL', 30)], cents: 4890, centsPerSize: 1725, isStaple: true },
	{ category: 'UNDERLAYMENT', name: '{maker} Felt {size}', makers: ['Drywell', 'Tarn'], sizes: ['#15 4 SQ', '#30 2 SQ'], colours: none, units: [RL, unit('PAL', 42)], cents: 2315, centsPerSize: 260 },
	{ category: 'ICE AND WATER', name: '{maker} Ice & Water Shield {size}', makers: ['Drywell', 'Stonecrest', 'Tarn'], sizes: ['1.5 SQ Granular', '2 SQ Granular', '2 SQ Smooth', '2 SQ High Temp'], colours: none, units: [RL, unit('PAL', 25)], cents: 6720, centsPerSize: 1480, isStaple: true },
	{ category: 'DRIP EDGE', name: '{maker} Drip Edge {size}', makers: ['Edgecraft', 'Metalane'], sizes: ['1.5" x 10\'', '2" x 10\'', '2.5" x 10\'', '3" x 10\' Hemmed'], colours: metalColours, units: [PC, unit('BX', 25)], cents: 785, centsPerSize: 145, isStaple: true },
	{ category: 'FLASHING', name: '{maker} Step Flashing {size}', makers: ['Edgecraft', 'Metalane'], sizes: ['4" x 4" x 8"', '5" x 7"', '7" x 7"', '8" x 8"', '4" x 4" x 14"'], colours: metalColours, units: [PC, unit('BD', 100)], cents: 94, centsPerSize: 31 },
	{ category: 'FLASHING', name: '{maker} Valley Metal {size}', makers: ['Edgecraft', 'Metalane'], sizes: ['20" x 50\'', '24" x 50\''], colours: metalColours, units: [RL], cents: 9840, centsPerSize: 1675 },
	{ category: 'FLASHING', name: '{maker} Counter Flashing {size}', makers: ['Edgecraft', 'Metalane'], sizes: ['4" x 10\'', '6" x 10\''], colours: metalColours, units: [PC], cents: 1375, centsPerSize: 320 },
	{ category: 'PIPE BOOTS', name: '{maker} Pipe Boot {size}', makers: ['Sealcap', 'Edgecraft', 'Bondwell'], sizes: ['1"', '1.25"', '1.5"', '2"', '3"', '4"', '1"-3" Split'], colours: pipeColours, units: [EA, unit('BX', 12)], cents: 745, centsPerSize: 185, isStaple: true },
	{ category: 'PIPE BOOTS', name: '{maker} Lead Boot {size}', makers: ['Sealcap'], sizes: ['1.5"', '2"', '3"', '4"'], colours: none, units: [EA], cents: 3155, centsPerSize: 540, callForPrice: [3] },
	{ category: 'VENTS', name: '{maker} Ridge Vent {size}', makers: ['Airline Demo', 'Ridgeway', 'Stonecrest'], sizes: ['4\'', '4\' Filtered', '20\' Roll', '30\' Roll'], colours: none, units: [PC, unit('BX', 10)], cents: 1120, centsPerSize: 965 },
	{ category: 'VENTS', name: '{maker} Static Vent {size}', makers: ['Airline Demo', 'Ridgeway'], sizes: ['50 sq in', '61 sq in', '70 sq in'], colours: metalColours, units: [EA], cents: 1845, centsPerSize: 275 },
	{ category: 'VENTS', name: '{maker} Power Vent {size}', makers: ['Airline Demo'], sizes: ['1200 CFM', '1500 CFM', 'Solar 20 W'], colours: ['Black', 'Brown', 'Gray'], units: [EA, unit('KIT', 1)], cents: 16490, centsPerSize: 4120, callForPrice: [2] },
	{ category: 'VENTS', name: '{maker} Intake Vent {size}', makers: ['Airline Demo', 'Edgecraft'], sizes: ['4\' Edge', '8" x 16" Soffit'], colours: ['White', 'Brown', 'Black'], units: [PC], cents: 980, centsPerSize: 210 },
	{ category: 'FASTENERS', name: '{maker} Coil Roofing Nails {size}', makers: ['Gripline', 'Nailwright', 'Timberlot'], sizes: ['3/4"', '7/8"', '1"', '1-1/4"', '1-1/2"', '1-3/4"'], colours: none, units: [unit('BX', 1), unit('PAL', 48)], cents: 3870, centsPerSize: 165, isStaple: true },
	{ category: 'FASTENERS', name: '{maker} Hand Drive Nails {size}', makers: ['Gripline', 'Nailwright'], sizes: ['1" 5 lb', '1-1/4" 5 lb', '1-1/4" 30 lb'], colours: none, units: [unit('BX', 1)], cents: 1430, centsPerSize: 1960 },
	{ category: 'FASTENERS', name: '{maker} Plastic Cap Nails {size}', makers: ['Gripline', 'Nailwright'], sizes: ['1" 2000 ct', '1-1/4" 2000 ct'], colours: none, units: [unit('BX', 1)], cents: 2685, centsPerSize: 240 },
	{ category: 'FASTENERS', name: '{maker} Panel Screws {size}', makers: ['Gripline', 'Metalane'], sizes: ['#10 x 1" 250 ct', '#10 x 1-1/2" 250 ct', '#10 x 2" 250 ct', '#12 x 1" 250 ct', '#12 x 2" 250 ct', '#14 x 7/8" Lap 250 ct'], colours: panelColours, units: [unit('BG', 1)], cents: 2990, centsPerSize: 385 },
	{ category: 'FASTENERS', name: '{maker} Deck Plates and Screws {size}', makers: ['Gripline'], sizes: ['3" 1000 ct', '4" 1000 ct', '6" 500 ct'], colours: none, units: [unit('BX', 1)], cents: 14250, centsPerSize: 3325 },
	{ category: 'SEALANTS', name: '{maker} Roof Sealant {size}', makers: ['Bondwell', 'Sealcap'], sizes: ['10 oz Tube', '29 oz Tube'], colours: ['Black', 'Clear', 'White', 'Brown'], units: [unit('TB', 1), unit('BX', 12)], cents: 715, centsPerSize: 640, isStaple: true },
	{ category: 'SEALANTS', name: '{maker} Plastic Cement {size}', makers: ['Bondwell', 'Tarn'], sizes: ['10 oz Tube', '1 Gallon', '3 Gallon', '5 Gallon'], colours: none, units: [EA], cents: 465, centsPerSize: 1845 },
	{ category: 'COATINGS', name: '{maker} Roof Coating {size}', makers: ['Bondwell', 'Tarn'], sizes: ['Acrylic 5 Gallon', 'Silicone 5 Gallon', 'Aluminum 5 Gallon'], colours: ['White', 'Gray', 'Tan'], units: [EA], cents: 13850, centsPerSize: 6240, callForPrice: [1] },
	{ category: 'METAL PANELS', name: '{maker} Exposed Fastener Panel {size}', makers: ['Metalane', 'Ironpeak'], sizes: ['29 ga 8\'', '29 ga 10\'', '29 ga 12\'', '29 ga 14\'', '29 ga 16\'', '26 ga 8\'', '26 ga 10\'', '26 ga 12\'', '26 ga 14\'', '26 ga 16\''], colours: panelColours, units: [PC], cents: 2760, centsPerSize: 1095 },
	{ category: 'METAL PANELS', name: '{maker} Standing Seam Panel {size}', makers: ['Metalane', 'Ironpeak', 'Edgecraft'], sizes: ['26 ga 12"', '24 ga 12"', '24 ga 16"', '24 ga 18"', '22 ga 12"', '22 ga 16"'], colours: panelColours, units: [unit('LF', 1), unit('SQ', 75)], cents: 429, centsPerSize: 88, callForPrice: [3] },
	{ category: 'METAL TRIM', name: '{maker} Metal Ridge {size}', makers: ['Metalane', 'Ironpeak'], sizes: ['29 ga 10\'', '26 ga 10\'', '24 ga 10\''], colours: panelColours, units: [PC], cents: 2145, centsPerSize: 610 },
	{ category: 'METAL TRIM', name: '{maker} Rake Trim {size}', makers: ['Metalane', 'Ironpeak'], sizes: ['29 ga 10\'', '26 ga 10\''], colours: panelColours, units: [PC], cents: 1790, centsPerSize: 505 },
	{ category: 'GUTTERS', name: '{maker} K-Style Gutter {size}', makers: ['Rainway', 'Edgecraft', 'Metalane'], sizes: ['5" x 10\'', '5" x 20\'', '6" x 10\'', '6" x 20\''], colours: metalColours, units: [PC], cents: 1875, centsPerSize: 1340 },
	{ category: 'GUTTERS', name: '{maker} Downspout {size}', makers: ['Rainway', 'Edgecraft'], sizes: ['2" x 3" x 10\'', '3" x 4" x 10\''], colours: metalColours, units: [PC], cents: 1655, centsPerSize: 470 },
	{ category: 'GUTTERS', name: '{maker} Gutter Guard {size}', makers: ['Rainway'], sizes: ['5" x 4\'', '6" x 4\''], colours: ['White', 'Mill'], units: [PC, unit('BX', 50)], cents: 645, centsPerSize: 135 },
	{ category: 'SKYLIGHTS', name: '{maker} {size} Skylight', makers: ['Daybright', 'Zenith Demo'], sizes: ['Fixed 21" x 27"', 'Fixed 21" x 38"', 'Fixed 21" x 46"', 'Fixed 31" x 46"', 'Vented 21" x 38"', 'Vented 21" x 46"', 'Solar 21" x 46"', 'Tunnel 10"', 'Custom Size'], colours: none, units: [EA], cents: 21990, centsPerSize: 7350, callForPrice: [6, 8] },
	{ category: 'SKYLIGHTS', name: '{maker} Skylight Flashing Kit {size}', makers: ['Daybright', 'Zenith Demo'], sizes: ['21" x 27"', '21" x 46"'], colours: none, units: [unit('KIT', 1)], cents: 9980, centsPerSize: 1140 },
	{ category: 'INSULATION', name: '{maker} Polyiso Board {size}', makers: ['Warmdeck', 'Tarn', 'Flatline Demo'], sizes: ['0.5" 4\' x 8\'', '1" 4\' x 8\'', '1.5" 4\' x 8\'', '2" 4\' x 8\'', '2.6" 4\' x 8\'', '3" 4\' x 8\''], colours: none, units: [PC, unit('SQ', 3.125)], cents: 2245, centsPerSize: 875 },
	{ category: 'INSULATION', name: '{maker} Cover Board {size}', makers: ['Warmdeck'], sizes: ['1/4" 4\' x 8\'', '1/2" 4\' x 8\''], colours: none, units: [PC], cents: 2030, centsPerSize: 430 },
	{ category: 'LOW SLOPE', name: '{maker} TPO Membrane {size}', makers: ['Flatline Demo', 'Tarn'], sizes: ['45 mil 10\' x 100\'', '60 mil 10\' x 100\'', '80 mil 10\' x 100\''], colours: ['White', 'Gray', 'Tan'], units: [RL], cents: 68500, centsPerSize: 17900 },
	{ category: 'LOW SLOPE', name: '{maker} Modified Bitumen {size}', makers: ['Flatline Demo', 'Tarn'], sizes: ['Base 2 SQ', 'Cap 1 SQ', 'Torch Cap 1 SQ'], colours: ['Black', 'White', 'Weathered Oak'], units: [RL], cents: 9870, centsPerSize: 1430 },
	{ category: 'DECKING', name: '{maker} Roof Decking {size}', makers: ['Timberlot'], sizes: ['7/16" OSB', '1/2" CDX', '5/8" CDX'], colours: none, units: [unit('SHT', 1), unit('PAL', 60)], cents: 1835, centsPerSize: 920 },
	{ category: 'TOOLS', name: '{maker} {size}', makers: ['Gripline', 'Nailwright'], sizes: ['Coil Nailer', 'Hammer Tacker', 'Tear-Off Shovel', 'Shingle Hatchet', 'Hook Blades 100 ct', 'Chalk Reel', 'Magnetic Sweeper'], colours: none, units: [EA], cents: 2490, centsPerSize: 1130, discontinued: [3] },
	{ category: 'SAFETY', name: '{maker} {size}', makers: ['Holdfast'], sizes: ['Harness Kit', 'Rope 50\'', 'Ridge Anchor', 'Toe Board Bracket', 'Tarp 20\' x 30\'', 'Safety Glasses'], colours: none, units: [EA], cents: 4350, centsPerSize: 785 },
];
