/** Apache ECharts with the parts that are used, and a place for one chart. */
import { BarChart, GraphChart, TreeChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, GraphChart, TreeChart, GridComponent, TooltipComponent, SVGRenderer])

export type Options = Parameters<EChartsType['setOption']>[0]

/** What was clicked: a bar or node with its data, or the name beside a bar by its index. */
export type Clicked =
  | { readonly kind: 'datum'; readonly data: unknown }
  | { readonly kind: 'name'; readonly index: number }

export class ChartPlace {
  readonly #element: HTMLElement
  readonly #chart: EChartsType

  /** `element` has its width from the page. */
  constructor(element: HTMLElement, click: (clicked: Clicked) => void) {
    this.#element = element
    this.#chart = init(element, null, { renderer: 'svg', height: 100 })
    this.#chart.on('click', (event) => {
      const { componentType, data, dataIndex } = event
      if (componentType === 'series') click({ kind: 'datum', data })
      else if (dataIndex !== undefined) click({ kind: 'name', index: dataIndex })
    })
    new ResizeObserver(() => this.#fit()).observe(element)
  }

  get width(): number {
    return this.#element.clientWidth
  }

  /** Draws in a height of so many pixels. */
  draw(options: Options, height: number): void {
    this.#element.style.height = `${height}px`
    this.#fit()
    this.#chart.setOption(options, { notMerge: true })
  }

  #fit(): void {
    const { clientWidth: width, clientHeight: height } = this.#element
    if (width > 0) this.#chart.resize({ width, height })
  }
}
